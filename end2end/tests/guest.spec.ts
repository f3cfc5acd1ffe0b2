import { expect, scripts, test } from '../support/site.ts'
import { someone, someonesPhone } from '../support/visitor.ts'

for (const script of scripts) {
  test(`a guest finds his booking by number and phone in another browser (${script})`, async ({ visitor }) => {
    const guest = someone()
    const number = await (await visitor(script)).books('venue', guest)

    const elsewhere = await visitor(script)
    await elsewhere.looksFor(number.toLowerCase(), guest.phone)
    await expect(elsewhere.page).toHaveURL(new RegExp(`/bookings/${number}`))
    await expect(elsewhere.heading(new RegExp(number))).toBeVisible()
  })

  test(`a wrong phone and a wrong number are answered alike (${script})`, async ({ visitor }) => {
    const number = await (await visitor(script)).books('stay')
    const stranger = await visitor(script)
    await stranger.looksFor(number, someonesPhone())
    await expect(stranger.page.getByText(stranger.t('find-unknown'))).toBeVisible()
    await expect(stranger.field('booking-number')).toHaveValue(number)

    const last = number.slice(-1)
    await stranger.looksFor(number.replace(/.$/, last === '2' ? '3' : '2'), someonesPhone())
    await expect(stranger.page).toHaveURL(/\/bookings\/find\?/)
    await expect(stranger.page.getByRole('main')).toContainText(stranger.t('nav-find'))
  })
}

test("somebody else's booking is not there", async ({ visitor }) => {
  const number = await (await visitor('zh-hans')).books('trip')
  const stranger = await visitor('zh-hans')
  for (const path of [`/bookings/${number}`, `/bookings/${number}/print`, '/bookings/YS-0000-0000', '/bookings/%20']) {
    const foreign = await stranger.goes(path)
    expect(foreign.status(), path).toBe(404)
  }
  await stranger.goes(`/bookings/${number}`)
  await expect(stranger.page.getByRole('main')).not.toContainText('王小明')
})
