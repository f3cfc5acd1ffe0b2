import { agent, finance, supervisor } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'

// What finance has beside refunds: invoices that customers ask for, and money that others collected.

for (const script of scripts) {
  test(`an invoice is asked for, issued, and its number told (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const number = await chen.paysFor('venue')
    await chen.goes(`/bookings/${number}/receipt`)
    await chen.field('invoice-for').fill('云栖文化有限公司')
    await chen.field('invoice-tax-no').fill('12-34')
    await chen.field('contact-email').fill('fp@example.com')
    await chen.button('invoice-ask').click()
    await expect(chen.faults).toContainText(chen.t('fault-not-a-tax-number'))
    await expect(chen.field('invoice-for')).toHaveValue('云栖文化有限公司')
    await chen.field('invoice-tax-no').fill('91330100MA27W1XY2A')
    await chen.button('invoice-ask').click()
    await expect(chen.page.getByText(chen.t('invoice-status-asked'))).toBeVisible()

    const sun = await visitor(script)
    await sun.signsInAtTheDesk(finance)
    await sun.goes('/desk/invoices')
    const row = sun.page.getByRole('main').locator('tr', { hasText: number })
    await row.getByText(sun.t('invoice-decide'), { exact: true }).click()
    await row.getByLabel(sun.t('invoice-code')).fill('25332000000123456789')
    await row.getByRole('button', { name: sun.t('invoice-issue') }).click()
    await expect(row).toContainText('25332000000123456789')

    await chen.goes(`/bookings/${number}/receipt`)
    await expect(chen.page.getByRole('main')).toContainText('25332000000123456789')
    await expect(chen.button('invoice-ask')).toHaveCount(0)
  })

  test(`what one collects another checks and a third takes over (${script})`, async ({ visitor }) => {
    const number = await (await visitor(script)).books('stay')
    const [lin, zhou, sun] = [await visitor(script), await visitor(script), await visitor(script)]
    await lin.signsInAtTheDesk(agent)
    await lin.goes(`/desk/bookings/${number}`)
    await lin.button('desk-record-go').click()
    await expect(lin.page.getByRole('main').getByText(lin.t('status-confirmed')).first()).toBeVisible()
    const row = (who: typeof lin) => who.page.getByRole('main').locator('tr', { hasText: number })
    await zhou.signsInAtTheDesk(supervisor)
    await zhou.goes('/desk/payments')
    await row(zhou).getByRole('button', { name: zhou.t('desk-check') }).click()
    await expect(row(zhou)).toContainText(zhou.t('collection-checked'))
    await sun.signsInAtTheDesk(finance)
    await sun.goes('/desk/payments')
    await row(sun).getByRole('button', { name: sun.t('desk-take') }).click()
    await expect(row(sun)).toHaveCount(0)
  })
}
