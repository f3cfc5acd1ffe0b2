import { expect, kinds, scripts, test, type Kind } from '../support/site.ts'
import { someone } from '../support/visitor.ts'

for (const script of scripts) {
  for (const kind of Object.keys(kinds) as Kind[]) {
    test(`a guest books a ${kind} and sees it again (${script})`, async ({ visitor }) => {
      const lin = await visitor(script)
      const guest = { ...someone(), remarks: '對花生過敏，请勿使用' }
      const number = await lin.books(kind, guest)

      await expect(lin.page.getByText(lin.t('booked-title'))).toBeVisible()
      const main = lin.page.getByRole('main')
      await expect(main.getByText(number).first()).toBeVisible()
      await expect(main.getByText(lin.t('held-title')).first()).toBeVisible()
      await expect(main.getByText(guest.name).first()).toBeVisible()
      await expect(main.getByText(guest.remarks)).toBeVisible()

      await lin.link('to-print').click()
      await expect(lin.page).toHaveURL(new RegExp(`/bookings/${number}/print$`))
      await expect(lin.heading(new RegExp(number))).toBeVisible()

      await lin.goes('/bookings')
      await expect(main.getByText(number)).toBeVisible()
    })
  }
}

test('the offer says what a cancellation gives back and what the price is made of', async ({ visitor }) => {
  const lin = await visitor('zh-hans')
  await lin.searches('stay', { nights: 2 })
  await lin.picksAnOffer()
  const main = lin.page.getByRole('main')
  await expect(main.getByText(lin.t('terms-title'))).toBeVisible()
  await expect(main.getByText('100%').first()).toBeVisible()
  await expect(main.getByText(lin.t('quote-caption')).first()).toBeVisible()
})

test('the summary can be changed and what was typed is still there', async ({ visitor }) => {
  const lin = await visitor('zh-hant')
  const guest = { ...someone(), email: 'wang@example.com' }
  await lin.searches('trip')
  await lin.picksAnOffer()
  await lin.wantsIt()
  await lin.fillsIn(guest)
  await lin.goesOn()
  await lin.page.getByRole('main').getByRole('link', { name: lin.t('edit') }).click()
  await expect(lin.field('contact-name')).toHaveValue(guest.name)
  await expect(lin.field('contact-email')).toHaveValue(guest.email)
  await lin.goesOn()
  await lin.agrees()
})
