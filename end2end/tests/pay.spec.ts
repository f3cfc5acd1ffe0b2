import AxeBuilder from '@axe-core/playwright'
import { expect, scripts, test } from '../support/site.ts'
import { someone, type Visitor } from '../support/visitor.ts'

// From the booking to the provider's page and back: with script and without, on a desktop and on a phone.

for (const script of scripts) {
  test(`what is paid online is confirmed and has a receipt (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const number = await chen.books('stay', someone(), {}, 'online')
    await hasNoBarrier(chen)
    await chen.startsToPay()
    await chen.atTheSandbox('sandbox-pay')
    await expect(chen.page).toHaveURL(new RegExp(`/${script}/bookings/${number}/pay\\?back=1$`))
    await expect(chen.page.getByText(chen.t('pay-paid-title'))).toBeVisible()
    await hasNoBarrier(chen)

    await chen.goes(`/bookings/${number}`)
    await expect(chen.page.getByRole('main').getByText(chen.t('status-confirmed')).first()).toBeVisible()
    await chen.link('money-receipt').click()
    await expect(chen.heading(chen.t('receipt-title', { number }))).toBeVisible()
    await expect(chen.page.getByRole('main').getByText(chen.t('payment-status-paid'))).toBeVisible()
    await hasNoBarrier(chen)

    await chen.page.emulateMedia({ media: 'print' })
    await expect(chen.heading(chen.t('receipt-title', { number }))).toBeVisible()
    await expect(chen.link('back-to-booking')).toBeHidden()
    await expect(chen.page.getByRole('banner')).toBeHidden()
  })

  test(`a declined payment is tried again (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    await chen.books('venue', someone(), {}, 'online')
    await chen.startsToPay()
    await chen.atTheSandbox('sandbox-decline')
    await expect(chen.page.getByText(chen.t('pay-declined-title'))).toBeVisible()
    await hasNoBarrier(chen)
    await chen.startsToPay()
    await chen.atTheSandbox('sandbox-pay')
    await expect(chen.page.getByText(chen.t('pay-paid-title'))).toBeVisible()
  })

  test(`the counter is chosen instead, and the hold grows to its deadline (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const number = await chen.books('trip', someone(), {}, 'online')
    await chen.page.getByText(chen.t('pay-other'), { exact: true }).click()
    await chen.choice('pay-how-counter').check()
    await chen.button('pay-other-go').click()
    await expect(chen.page.getByText(chen.t('pay-counter-title'), { exact: true }).first()).toBeVisible()
    await expect(chen.payButton).toHaveCount(0)
    await hasNoBarrier(chen)
    await chen.goes(`/bookings/${number}`)
    await expect(chen.page.getByRole('main').getByText(chen.t('status-held')).first()).toBeVisible()
  })

  test(`a hold is prolonged once, however often the button is pressed (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    await chen.books('stay', someone(), {}, 'online')
    await chen.button('pay-extend').dblclick({ noWaitAfter: true })
    await expect(chen.button('pay-extend')).toHaveCount(0)
    await expect(chen.faults).toHaveCount(0)
    await expect(chen.payButton).toBeVisible()
  })
}

test('the back button at the provider and a second click lead to one payment', async ({ visitor }) => {
  const chen = await visitor('zh-hans')
  const number = await chen.books('stay', someone(), {}, 'online')
  await chen.payButton.dblclick({ noWaitAfter: true })
  await expect(chen.page).toHaveURL(/\/pay\/[0-9a-f]{32}$/)
  const page = chen.page.url()
  await chen.page.goBack()
  await chen.startsToPay()
  expect(chen.page.url()).toBe(page)
  await chen.atTheSandbox('sandbox-pay')
  await expect(chen.page.getByText(chen.t('pay-paid-title'))).toBeVisible()
  await chen.goes(`/bookings/${number}/receipt`)
  await expect(chen.page.getByRole('main').getByText(chen.t('payment-status-paid'))).toHaveCount(1)
})

test('a payment of which nobody is told is found when the customer comes back', async ({ visitor }) => {
  const chen = await visitor('zh-hant')
  await chen.books('venue', someone(), {}, 'online')
  await chen.startsToPay()
  await chen.atTheSandbox('sandbox-case-lose')
  await expect(chen.page.getByText(chen.t('pay-paid-title'))).toBeVisible()
})

test('a forged notification confirms nothing', async ({ visitor }) => {
  const chen = await visitor('zh-hans')
  const number = await chen.books('trip', someone(), {}, 'online')
  await chen.startsToPay()
  await chen.atTheSandbox('sandbox-case-forge')
  await expect(chen.page.getByText(chen.t('pay-waiting-title'))).toBeVisible()
  await hasNoBarrier(chen)
  await chen.goes(`/bookings/${number}`)
  await expect(chen.page.getByRole('main').getByText(chen.t('status-held')).first()).toBeVisible()
})

test('nobody sees or pays for the booking of somebody else', async ({ visitor }) => {
  const [chen, other] = [await visitor('zh-hans'), await visitor('zh-hans')]
  const number = await chen.books('stay', someone(), {}, 'online')
  for (const page of ['pay', 'receipt']) {
    expect((await other.goes(`/bookings/${number}/${page}`)).status()).toBe(404)
  }
})

/** WCAG 2.2 AA of a page of ours; what looks at it is a script itself. */
async function hasNoBarrier(visitor: Visitor): Promise<void> {
  if (!visitor.hasScript) return
  const { violations } = await new AxeBuilder({ page: visitor.page }).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html.slice(0, 200)) }))).toEqual([])
}
