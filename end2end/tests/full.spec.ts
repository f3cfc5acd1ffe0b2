import { sights } from '../support/pages.ts'
import { expect, scripts, test } from '../support/site.ts'
import { dayAhead, someone, type Visitor } from '../support/visitor.ts'

// What cannot be had says why and offers three real things instead; each of them leads to a booking.

const seen = (name: string) => (visitor: Visitor) => sights.find((sight) => sight.name === name)!.go(visitor)

/** What is offered instead, first to last. */
const instead = (visitor: Visitor) => visitor.page.getByRole('main').locator('.alternatives').first().getByRole('link')

for (const script of scripts) {
  for (const name of ['stays-full', 'trips-full', 'venues-full']) {
    test(`${name} leads to a booking of something else (${script})`, async ({ visitor }) => {
      const lin = await visitor(script)
      await seen(name)(lin)
      await expect(instead(lin)).toHaveCount(3)
      // Any of them, so that tests do not buy each other's last one.
      await instead(lin).nth(Math.floor(Math.random() * 3)).click()
      await expect(lin.page).toHaveURL(/\/offers\//)
      await lin.wantsIt()
      await lin.fillsIn(someone())
      await lin.goesOn()
      await lin.agrees()
      await expect(lin.page.getByText(lin.t('booked-title'))).toBeVisible()
    })
  }

  for (const name of ['venues-closed', 'offer-full']) {
    test(`${name} leads to something else that can be booked (${script})`, async ({ visitor }) => {
      const lin = await visitor(script)
      await seen(name)(lin)
      await expect(instead(lin)).toHaveCount(3)
      await instead(lin).first().click()
      await expect(lin.page).toHaveURL(/\/offers\//)
      await expect(lin.button('book-now')).toBeEnabled()
      await expect(lin.page.getByText(lin.t('not-available'))).toHaveCount(0)
    })
  }

  test(`what is closed says why (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    await seen('venues-closed')(lin)
    // Staff wrote the reason in Simplified; it is read in the reader's script.
    await expect(lin.page.getByRole('main').getByText(script === 'zh-hans' ? /防汛演练/ : /防汛演練/).first()).toBeVisible()
  })

  test(`what is nearly sold out says how many are left (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    await seen('offer-full')(lin)
    await expect(lin.page.getByRole('main').getByText(lin.t('rule-full-few', { free: 80 })).first()).toBeVisible()
  })

  test(`a party too large for anything is told the rule and whom to ask (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    const cases: [string, string][] = [
      [`/stays?day=${dayAhead(5)}&rooms=20&heads=20`, lin.t('results-party-stay', { most: 10, each: 4 })],
      [`/venues?day=${dayAhead(5)}&city=hangzhou&heads=30`, lin.t('results-party-venue', { least: 1, most: 8 })],
      [`/trips?day=${dayAhead(5)}&heads=60`, lin.t('results-party-trip', { most: 10 })],
    ]
    for (const [address, rule] of cases) {
      await lin.goes(address)
      await expect(lin.page.getByRole('main').getByText(rule), address).toBeVisible()
      await expect(lin.page.getByRole('main').getByText(lin.t('ask-a-person')), address).toBeVisible()
    }
  })
}
