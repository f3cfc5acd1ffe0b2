import { agent } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'

// Staff change and give up a booking for a customer on the phone; of two who do something at once the second sees what the first did.

for (const script of scripts) {
  test(`staff shorten a stay for a customer and say why (${script})`, async ({ visitor }) => {
    const number = await (await visitor(script)).paysFor('stay', { nights: 2 })
    const lin = await visitor(script)
    await lin.signsInAtTheDesk(agent)
    await lin.goes(`/desk/bookings/${number}`)
    await lin.link('to-change').click()
    await lin.field('search-nights').fill('1')
    await lin.button('change-see').click()
    await lin.page.getByRole('button', { name: lin.t('change-go'), exact: true }).click()
    await expect(lin.faults).toContainText(lin.t('fault-required'))
    await lin.field('desk-why').fill('客人来电')
    await lin.page.getByRole('button', { name: lin.t('change-go'), exact: true }).click()
    await expect(lin.heading(lin.t('desk-booking', { number }))).toBeVisible()
    await expect(lin.page.getByRole('main')).toContainText('客人来电')
    await expect(lin.page.getByText(lin.t('change-status-settled')).first()).toBeVisible()
  })

  test(`who cancels what was changed meanwhile is shown what happened (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const number = await chen.paysFor('stay', { nights: 2 })
    const lin = await visitor(script)
    await lin.signsInAtTheDesk(agent)
    await lin.goes(`/desk/bookings/${number}/cancel`)

    await chen.goes(`/bookings/${number}/change`)
    await chen.field('search-nights').fill('1')
    await chen.button('change-see').click()
    await chen.page.getByRole('button', { name: chen.t('change-go'), exact: true }).click()
    await expect(chen.page).toHaveURL(new RegExp(`/bookings/${number}$`))

    await lin.field('desk-why').fill('客人来电')
    await lin.page.getByRole('button', { name: lin.like('cancel-go') }).click()
    await expect(lin.page.getByText(lin.t('since-title'))).toBeVisible()
    await expect(lin.page.getByRole('main')).toContainText(lin.t('event-changed'))
    await expect(lin.field('desk-why')).toHaveValue('客人来电')
    await lin.page.getByRole('button', { name: lin.like('cancel-go') }).click()
    await expect(lin.heading(lin.t('desk-booking', { number }))).toBeVisible()
    await expect(lin.page.getByRole('main').getByText(lin.t('status-cancelled')).first()).toBeVisible()
  })
}
