import { expect, scripts, test } from '../support/site.ts'

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
