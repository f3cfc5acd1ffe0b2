import { agent, finance, supervisor } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { someone } from '../support/visitor.ts'

// Money at the desk: what was typed stays when it is refused, and nobody is shown a form he may not use.

for (const script of scripts) {
  test(`money at the counter is recorded; a refused form keeps what was typed (${script})`, async ({ visitor }) => {
    const number = await (await visitor(script)).books('stay')
    const lin = await visitor(script)
    await lin.signsInAtTheDesk(agent)
    await lin.goes(`/desk/bookings/${number}`)
    const due = await lin.field('desk-amount').inputValue()

    await lin.field('desk-amount').fill('六百')
    await lin.field('desk-slip').fill('A-17')
    await lin.button('desk-record-go').click()
    await expect(lin.faults).toContainText(lin.t('fault-not-an-amount'))
    await expect(lin.field('desk-amount')).toHaveValue('六百')
    await expect(lin.field('desk-slip')).toHaveValue('A-17')

    await lin.field('desk-amount').fill(due)
    await lin.button('desk-record-go').click()
    await expect(lin.page.getByRole('main').getByText(lin.t('status-confirmed')).first()).toBeVisible()
    await expect(lin.button('desk-record-go')).toHaveCount(0)
  })
}

test('a refund without the number of its slip is not noted, and its own form says so', async ({ visitor }) => {
  const zhou = await visitor('zh-hans')
  await zhou.signsInAtTheDesk(supervisor)
  await zhou.goes('/desk/payments')
  const open = zhou.page.getByRole('main').getByText(zhou.t('desk-pay-out'), { exact: true })
  await open.last().click()
  await zhou.page.getByRole('button', { name: zhou.t('desk-pay-out-go') }).last().click()
  await expect(zhou.faults).toContainText(zhou.t('fault-required'))
  await expect(zhou.page.locator('details[open]')).toHaveCount(1)
  await zhou.faults.getByRole('link').click()
  await expect(zhou.page.locator('details[open] input[name=slip]')).toBeFocused()
})

test('an agent sees what is due and going back, but has no form to settle it', async ({ visitor }) => {
  const lin = await visitor('zh-hant')
  await lin.signsInAtTheDesk(agent)
  const rooms = lin.page.getByRole('navigation', { name: lin.t('desk-rooms') })
  await expect(rooms.getByRole('link')).toHaveText([lin.t('desk-room-day'), lin.t('desk-room-inquiries'), lin.t('desk-room-payments')])
  await rooms.getByRole('link', { name: lin.t('desk-room-payments') }).click()
  await expect(lin.heading(lin.t('desk-payments'))).toBeVisible()
  await expect(lin.page.getByRole('main').getByText(lin.t('desk-pay-out'))).toHaveCount(0)
  expect((await lin.goes('/desk/jobs')).status()).toBe(403)
})

for (const script of scripts) {
  test(`a payment of another currency goes back by a person's word, and the customer is told (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const number = await chen.books('stay', someone(), {}, 'online')
    await chen.startsToPay()
    await chen.atTheSandbox('sandbox-case-wrong_currency')
    await expect(chen.page.getByText(chen.t('pay-stuck-title'))).toBeVisible()

    const zhou = await visitor(script)
    await zhou.signsInAtTheDesk(supervisor)
    await zhou.goes('/desk/payments')
    const row = zhou.page.getByRole('main').locator('tr', { hasText: number })
    await expect(row).toContainText(zhou.t('trouble-currency'))
    await expect(row).toContainText('USD')
    await row.getByText(zhou.t('desk-decide'), { exact: true }).click()
    await expect(row.getByRole('option')).toHaveText([zhou.t('resolution-return')])
    await row.getByLabel(zhou.t('desk-why')).fill('按原币种退回')
    await row.getByRole('button', { name: zhou.t('desk-decide-go') }).click()
    await expect(zhou.heading(zhou.t('desk-booking', { number }))).toBeVisible()
    await expect(zhou.page.getByRole('main')).toContainText('按原币种退回')
    await expect(zhou.page.getByRole('main')).toContainText(zhou.t('reason-currency'))

    await chen.goes(`/bookings/${number}/pay`)
    await expect(chen.page.getByText(chen.t('pay-returned-title'))).toBeVisible()
    await expect(chen.page.getByRole('main')).toContainText('USD')
    await expect(chen.payButton).toBeVisible()
    await chen.goes(`/bookings/${number}`)
    await expect(chen.page.getByRole('main')).not.toContainText('按原币种退回')
  })
}

for (const script of scripts) {
  test(`what was given up goes back once two persons have looked at it (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const number = await chen.paysFor('venue')
    await chen.goes(`/bookings/${number}/cancel`)
    await chen.page.getByRole('button', { name: chen.like('cancel-go') }).click()
    await expect(chen.page.getByText(chen.t('refund-stage-asked'))).toBeVisible()

    const [zhou, sun] = [await visitor(script), await visitor(script)]
    await zhou.signsInAtTheDesk(supervisor)
    await sun.signsInAtTheDesk(finance)
    const row = (who: typeof zhou) => who.page.getByRole('main').locator('tr', { hasText: number })
    await sun.goes('/desk/payments')
    await expect(row(sun)).toContainText(sun.t('desk-waits-check'))
    await zhou.goes('/desk/payments')
    await row(zhou).getByRole('button', { name: zhou.t('desk-check') }).click()
    await expect(zhou.heading(zhou.t('desk-booking', { number }))).toBeVisible()
    await expect(zhou.page.getByRole('main')).toContainText(zhou.t('desk-waits-release'))

    await sun.goes('/desk/payments')
    await row(sun).getByText(sun.t('desk-send-back'), { exact: true }).click()
    await row(sun).getByLabel(sun.t('desk-why')).fill('手续费对吗？')
    await row(sun).getByRole('button', { name: sun.t('desk-send-back-go') }).click()
    await zhou.goes('/desk/payments')
    await expect(row(zhou)).toContainText('手续费对吗？')
    await row(zhou).getByRole('button', { name: zhou.t('desk-check') }).click()
    await sun.goes('/desk/payments')
    await row(sun).getByRole('button', { name: sun.t('desk-release') }).click()
    await expect(sun.heading(sun.t('desk-booking', { number }))).toBeVisible()

    await expect(async () => {
      await chen.goes(`/bookings/${number}`)
      await expect(chen.page.getByText(chen.t('refund-stage-done')).locator('xpath=self::*[@aria-current]')).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(chen.page.getByRole('main')).not.toContainText('手续费对吗')
  })
}
