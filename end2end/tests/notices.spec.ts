import { supervisor, takesTexts } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { someone } from '../support/visitor.ts'

for (const script of scripts) {
  test(`what a member is told lies in the inbox, counted in the head of every page until it is read (${script})`, async ({ visitor }) => {
    const li = await visitor(script)
    await li.registers()
    const waiting = li.page.getByRole('banner').getByText(li.t('inbox-count', { count: 1 }))
    await expect(waiting).toHaveCount(0)
    const number = await li.books('venue')
    await expect(async () => {
      await li.goes('/account')
      await expect(waiting).toHaveCount(1)
    }).toPass({ timeout: 20_000 })

    await li.goes('/account/notices')
    await expect(li.page.getByRole('main').getByText(li.t('inbox-new'), { exact: true })).toHaveCount(1)
    await li.button('inbox-read').click()
    await expect(li.page.getByRole('main').getByText(li.t('inbox-new'), { exact: true })).toHaveCount(0)
    await expect(waiting).toHaveCount(0)
    await li.link('inbox-open').click()
    await expect(li.heading(new RegExp(number))).toBeVisible()
  })
}

test('a notice that was given up is sent again from the desk', async ({ visitor }) => {
  const guest = someone()
  const phone = `+86${guest.phone}`
  await takesTexts('refuse', phone)
  const number = await (await visitor('zh-hans')).books('stay', guest)
  const zhou = await visitor('zh-hans')
  await zhou.signsInAtTheDesk(supervisor)
  const again = zhou.page.getByRole('button', { name: zhou.t('notice-resend') })
  const dead = zhou.page.getByRole('main').locator('tr', { hasText: number }).filter({ has: again })
  await expect(async () => {
    await zhou.goes('/desk/notices')
    await expect(dead).toHaveCount(1, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await expect(dead).toContainText('422')

  await takesTexts('ok', phone)
  await dead.getByRole('button', { name: zhou.t('notice-resend') }).click()
  await expect(zhou.heading(zhou.t('desk-notices'))).toBeVisible()
  await expect(dead).toHaveCount(0)
  await expect(async () => {
    await zhou.goes('/desk/notices')
    await expect(zhou.page.getByRole('main').locator('tr', { hasText: number })).toHaveCount(0, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
})
