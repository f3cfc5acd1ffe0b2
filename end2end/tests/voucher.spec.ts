import { opensWithAVoucher } from '../support/changes.ts'
import { expect, scripts, test } from '../support/site.ts'
import { dayAhead, someone } from '../support/visitor.ts'

// An urgent case: instead of losing the fee a customer takes a voucher, or moves his booking once without one.

for (const script of scripts) {
  test(`a fee becomes a voucher that pays a part of the next booking (${script})`, async ({ visitor }) => {
    const [chen, guest] = [await visitor(script), someone()]
    const voucher = await chen.earnsAVoucher(guest)
    await chen.usesAVoucher('YQ-0000-0000-0000', guest)
    await expect(chen.faults).toContainText(chen.t('fault-no-voucher'))
    await expect(chen.field('voucher-number')).toHaveValue('YQ-0000-0000-0000')
    await chen.field('voucher-number').fill(voucher.toLowerCase().replaceAll('-', ' '))
    await chen.button('voucher-apply').click()
    await expect(chen.button('voucher-remove')).toBeVisible()

    await chen.startsToPay()
    await chen.atTheSandbox('sandbox-pay')
    await expect(chen.page.getByText(chen.t('pay-paid-title'))).toBeVisible()
    await chen.goes(`/bookings/${chen.number()}/receipt`)
    await expect(chen.page.getByRole('main')).toContainText(chen.t('way-voucher'))
  })

  test(`a booking is moved once without a fee (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    const number = await lin.paysFor('stay', { day: dayAhead(1) })
    await lin.goes(`/bookings/${number}/cancel`)
    await expect(lin.page.getByText(lin.t('free-move-urgent'))).toBeVisible()
    await lin.link('free-move-go').click()
    await expect(lin.page.getByText(lin.t('free-move-title'), { exact: true })).toBeVisible()
    await expect(lin.page.getByText(lin.t('change-fee-moved'))).toHaveCount(0)
    await lin.page.getByRole('button', { name: lin.like('change-go') }).first().click()
    await expect(lin.page).not.toHaveURL(/\/change/)
    if (lin.page.url().endsWith('/pay')) {
      await lin.startsToPay()
      await lin.atTheSandbox('sandbox-pay')
    }
    await lin.goes(`/bookings/${number}/cancel`)
    await expect(lin.page.getByText(lin.t('free-move-urgent'))).toHaveCount(0)
  })
}

for (const script of scripts) {
  test(`a voucher pays a part of what a change costs more (${script})`, async ({ visitor }) => {
    const sun = await visitor(script)
    await opensWithAVoucher(sun)
    const number = sun.number()
    await expect(sun.page.getByText(sun.like('change-open-text-voucher'))).toBeVisible()
    await sun.goes(`/bookings/${number}`)
    await sun.page.getByRole('link', { name: sun.like('change-pay-rest') }).click()
    await sun.startsToPay()
    await sun.atTheSandbox('sandbox-pay')
    await expect(sun.page.getByText(sun.t('pay-paid-title'))).toBeVisible()
    await sun.goes(`/bookings/${number}/receipt`)
    await expect(sun.page.getByRole('main')).toContainText(sun.t('way-voucher'))
    await sun.goes(`/bookings/${number}`)
    await expect(sun.page.getByRole('main')).toContainText(sun.t('passengers-count', { heads: 2 }))
  })
}

test('what is laid aside can be taken back', async ({ visitor }) => {
  const [wu, guest] = [await visitor('zh-hans'), someone()]
  await wu.usesAVoucher(await wu.earnsAVoucher(guest), guest)
  const beside = await wu.page.locator('.amount').innerText()
  await wu.button('voucher-remove').click()
  await expect(wu.button('voucher-remove')).toHaveCount(0)
  expect(await wu.page.locator('.amount').innerText()).not.toBe(beside)
})
