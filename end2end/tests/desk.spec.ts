import { agent } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { someone } from '../support/visitor.ts'
import type { Visitor } from '../support/visitor.ts'

async function signsInAtTheDesk(person: Visitor, password = agent.password): Promise<void> {
  await person.goes('/desk')
  await person.field('desk-login-name').fill(agent.login)
  await person.field('login-password').fill(password)
  await person.button('login-submit').click()
}

for (const script of scripts) {
  test(`the desk finds a booking by its number and by its phone (${script})`, async ({ visitor }) => {
    const guest = someone()
    const number = await (await visitor(script)).books('venue', guest)
    const lin = await visitor(script)
    await signsInAtTheDesk(lin)
    await expect(lin.heading(lin.t('desk-title'))).toBeVisible()
    for (const words of [number, guest.phone]) {
      await lin.page.getByRole('search').getByLabel(lin.t('desk-q')).fill(words)
      await lin.page.getByRole('search').getByRole('button').click()
      await expect(lin.page.getByRole('main').getByRole('link', { name: number })).toBeVisible()
      // For whom he looks stands in the page, and in no address.
      await expect(lin.page.getByRole('search').getByLabel(lin.t('desk-q'))).toHaveValue(words)
      expect(new URL(lin.page.url()).search).toMatch(/^\?(day=[\d-]+&)?found=[0-9a-f]{32}$/)
    }
    await lin.page.getByRole('main').getByRole('link', { name: number }).click()
    await expect(lin.page.getByRole('main')).toContainText(guest.name)
    await lin.goes('/desk')
    await lin.button('desk-sign-out').click()
    await lin.goes('/desk')
    await expect(lin.heading(lin.t('desk-login-title'))).toBeVisible()
  })
}

test("today's bookings are listed with their numbers", async ({ visitor }) => {
  const lin = await visitor('zh-hans')
  await signsInAtTheDesk(lin)
  await expect(lin.page.getByRole('main').getByText(lin.like('desk-count-stay'))).toBeVisible()
  await lin.page.getByRole('main').getByRole('link', { name: lin.t('desk-day-after') }).click()
  await expect(lin.page).toHaveURL(/desk\?day=/)
})

test('a search at the desk that cannot be understood keeps what was typed', async ({ visitor }) => {
  const lin = await visitor('zh-hant')
  await signsInAtTheDesk(lin)
  await expect(lin.heading(lin.t('desk-title'))).toBeVisible()
  const search = lin.page.getByRole('search')
  // The field itself takes no more than it may; a browser that does not care sends it all.
  await search.getByLabel(lin.t('desk-q')).evaluate((field) => field.removeAttribute('maxlength'))
  await search.getByLabel(lin.t('desk-q')).fill('王'.repeat(61))
  await search.getByRole('button').click()
  await expect(lin.faults).toContainText(lin.t('fault-too-long', { bound: 60 }))
  await expect(search.getByLabel(lin.t('desk-q'))).toHaveValue('王'.repeat(61))
  expect(new URL(lin.page.url()).search).toMatch(/^\?retry=[0-9a-f]{32}$/)
})

test('a member is not staff and a wrong password opens nothing', async ({ visitor }) => {
  const li = await visitor('zh-hant')
  const number = await li.books('stay')
  await li.registers()
  await li.goes('/desk')
  await expect(li.heading(li.t('desk-login-title'))).toBeVisible()
  const answer = await li.goes(`/desk/bookings/${number}`)
  expect([401, 403, 404]).toContain(answer.status())
  await signsInAtTheDesk(li, 'not the password')
  await expect(li.page.getByText(li.t('rule-credentials'))).toBeVisible()
})
