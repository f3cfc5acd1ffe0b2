import AxeBuilder from '@axe-core/playwright'
import { wantsWhatNeedsAnId } from '../support/changes.ts'
import { expect, scripts, test } from '../support/site.ts'
import { dayAhead, someone, type Visitor } from '../support/visitor.ts'

// A customer moves, enlarges, shortens and gives up what he has paid for: with script and without, on a desktop and on a phone.

for (const script of scripts) {
  test(`a seat more is held until its price is paid (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const number = await chen.paysFor('trip')
    await chen.goes(`/bookings/${number}`)
    await chen.link('to-change').click()
    await hasNoBarrier(chen)
    await chen.field('search-passengers').fill('2')
    await chen.button('change-see').click()
    await expect(chen.page.getByText(chen.t('change-to-pay'), { exact: true }).first()).toBeVisible()
    await hasNoBarrier(chen)

    await chen.page.getByRole('button', { name: chen.like('change-go-pay') }).click()
    await expect(chen.page).toHaveURL(new RegExp(`/bookings/${number}/pay$`))
    await expect(chen.page.getByText(chen.t('change-open-title'))).toBeVisible()
    await hasNoBarrier(chen)
    await chen.startsToPay()
    await chen.atTheSandbox('sandbox-pay')
    await expect(chen.page.getByText(chen.t('pay-paid-title'))).toBeVisible()

    await chen.goes(`/bookings/${number}`)
    await expect(chen.page.getByText(chen.t('passengers-count', { heads: 2 })).first()).toBeVisible()
    await expect(chen.page.getByText(chen.t('change-status-settled')).first()).toBeVisible()
    await expect(chen.page.getByText(chen.t('change-open-title'))).toHaveCount(0)
    await hasNoBarrier(chen)
  })

  test(`a line that needs an ID number asks for it beside the button (${script})`, async ({ visitor }) => {
    const tang = await visitor(script)
    await wantsWhatNeedsAnId(tang)
    const go = tang.page.getByRole('button', { name: tang.like('change-go') }).first()
    await tang.field('contact-id').fill('123')
    await go.click()
    await expect(tang.faults).toContainText(tang.t('fault-not-an-id'))
    await expect(tang.field('contact-id')).toHaveValue('123')
    await hasNoBarrier(tang)
    await tang.field('contact-id').fill('11010519491231002X')
    await go.click()
    await expect(tang.page).not.toHaveURL(/\/change/)
    await tang.goes(`/bookings/${tang.number()}`)
    await expect(tang.page.getByText('**************002X')).toBeVisible()
  })

  test(`a night less gives money back at once (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    const number = await lin.paysFor('stay', { nights: 2 })
    await lin.goes(`/bookings/${number}/change`)
    await lin.field('search-nights').fill('1')
    await lin.button('change-see').click()
    await expect(lin.page.getByText(lin.t('change-to-refund'), { exact: true }).first()).toBeVisible()
    await lin.page.getByRole('button', { name: lin.t('change-go'), exact: true }).click()
    await expect(lin.page).toHaveURL(new RegExp(`/bookings/${number}$`))
    await expect(lin.page.getByText(lin.t('reason-change')).first()).toBeVisible()
    await expect(lin.page.getByText(lin.t('change-status-settled')).first()).toBeVisible()
  })

  test(`the last night becomes a booking of its own and is changed alone (${script})`, async ({ visitor }) => {
    const sun = await visitor(script)
    const number = await sun.paysFor('stay', { nights: 2 })
    await sun.goes(`/bookings/${number}/change`)
    await sun.link('divide-link').click()
    await expect(sun.heading(sun.t('divide-title'))).toBeVisible()
    await hasNoBarrier(sun)
    await sun.button('divide-see').click()
    await expect(sun.page.getByText(sun.t('divide-goes'))).toBeVisible()
    await hasNoBarrier(sun)
    await sun.button('divide-go').click()
    await expect(sun.page).toHaveURL(/\/change\?apart=1$/)
    const part = sun.number()
    expect(part).not.toBe(number)
    await expect(sun.page.getByText(sun.t('divided-title', { number: part }))).toBeVisible()
    await hasNoBarrier(sun)
    await sun.field('search-nights').fill('2')
    await sun.button('change-see').click()
    await expect(sun.page.getByText(sun.t('change-quote-title')).first()).toBeVisible()

    await sun.goes(`/bookings/${number}`)
    await expect(sun.page.getByText(sun.t('kin-parts'))).toBeVisible()
    await sun.page.getByRole('link', { name: part }).click()
    await expect(sun.heading(new RegExp(part))).toBeVisible()
    await expect(sun.page.getByRole('link', { name: number })).toBeVisible()
    await sun.goes(`/bookings/${number}/divide`)
    await expect(sun.page.getByText(sun.t('divide-nothing'))).toBeVisible()
  })

  test(`a change is taken back until it is paid (${script})`, async ({ visitor }) => {
    const zhou = await visitor(script)
    const number = await zhou.paysFor('trip')
    await zhou.goes(`/bookings/${number}/change`)
    await zhou.field('search-passengers').fill('2')
    await zhou.button('change-see').click()
    await zhou.page.getByRole('button', { name: zhou.like('change-go-pay') }).click()
    await zhou.page.waitForURL(/pay$/)
    await zhou.goes(`/bookings/${number}`)
    await zhou.button('change-undo').click()
    await expect(zhou.page.getByText(zhou.t('change-status-undone'))).toBeVisible()
    await expect(zhou.page.getByText(zhou.t('passengers-count', { heads: 1 })).first()).toBeVisible()
  })

  test(`what goes back is shown before a booking is given up (${script})`, async ({ visitor }) => {
    const wu = await visitor(script)
    const number = await wu.paysFor('venue')
    await wu.goes(`/bookings/${number}`)
    await wu.link('to-cancel').click()
    await expect(wu.heading(wu.t('cancel-title'))).toBeVisible()
    await hasNoBarrier(wu)
    await wu.page.getByRole('button', { name: wu.like('cancel-go') }).click()
    await expect(wu.page).toHaveURL(new RegExp(`/bookings/${number}$`))
    await expect(wu.page.getByRole('main').getByText(wu.t('status-cancelled')).first()).toBeVisible()
    await expect(wu.page.getByText(wu.t('reason-cancelled')).first()).toBeVisible()
    await hasNoBarrier(wu)
    await wu.goes(`/bookings/${number}/cancel`)
    await expect(wu.page.getByText(wu.like('rule-over-since'))).toBeVisible()
  })
}

test('a trip that is moved has a new number, and the old one leads to it', async ({ visitor }) => {
  const chen = await visitor('zh-hans')
  const day = dayAhead(8)
  const old = await chen.paysFor('trip', { day })
  await chen.goes(`/bookings/${old}/change?${wish({ day: dayAhead(9), heads: '1', at: '' })}`)
  const times = chen.page.getByRole('main').locator('input[type=radio][name=at]:not([disabled])')
  await times.last().check()
  await chen.button('change-see').click()
  await chen.page.getByRole('button', { name: chen.like('change-go') }).first().click()
  await expect(chen.page).not.toHaveURL(/\/change/)
  if (chen.page.url().endsWith('/pay')) {
    await chen.startsToPay()
    await chen.atTheSandbox('sandbox-pay')
  }
  await chen.goes(`/bookings/${old}`)
  await expect(chen.page).not.toHaveURL(new RegExp(old))
  await expect(chen.heading(new RegExp(chen.number()))).toBeVisible()
})

test('nonsense is said at its field, and what was typed stays', async ({ visitor }) => {
  const li = await visitor('zh-hant')
  const number = await li.paysFor('stay')
  await li.goes(`/bookings/${number}/change`)
  await li.field('search-nights').fill('0')
  await li.button('change-see').click()
  await expect(li.faults).toBeVisible()
  await expect(li.field('search-nights')).toHaveValue('0')
  await li.goes(`/bookings/${number}/change`)
  await li.field('contact-remarks').fill('晚到')
  await li.button('change-details-go').click()
  await expect(li.page).toHaveURL(new RegExp(`/bookings/${number}$`))
  await expect(li.page.getByText('晚到')).toBeVisible()
})

test('nobody changes or gives up the booking of somebody else', async ({ visitor }) => {
  const [chen, other] = [await visitor('zh-hans'), await visitor('zh-hans')]
  const number = await chen.books('stay', someone())
  for (const page of ['change', 'divide', 'cancel']) {
    expect((await other.goes(`/bookings/${number}/${page}`)).status()).toBe(404)
  }
})

function wish(values: Record<string, string>): string {
  return new URLSearchParams(values).toString()
}

async function hasNoBarrier(person: Visitor): Promise<void> {
  // Where script is off axe cannot look either.
  if (!person.hasScript) return
  const { violations } = await new AxeBuilder({ page: person.page }).analyze()
  expect.soft(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html.slice(0, 200)) }))).toEqual([])
}
