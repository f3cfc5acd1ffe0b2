import { agent, service, supervisor } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { someone } from '../support/visitor.ts'

// How well questions are answered: the figures with their charts and tables, and answers that are judged by a sample.

for (const script of scripts) {
  test(`figures are shown, and kept as a table (${script})`, async ({ visitor }) => {
    const [lin, zhou] = [await visitor(script), await visitor(script)]
    const number = await lin.asks(someone(), '请问接机的大巴几点发车？')
    const chen = await visitor(script)
    await chen.signsInAtTheDesk(service)
    await chen.answers(number, '首班车 6:30 发车。')

    await zhou.signsInAtTheDesk(supervisor)
    await zhou.page.getByRole('navigation', { name: zhou.t('desk-rooms') }).getByRole('link', { name: zhou.t('desk-room-figures') }).click()
    await expect(zhou.heading(zhou.t('figure-title'))).toBeVisible()
    await expect(zhou.page.getByRole('img', { name: zhou.t('figure-volume') })).toBeVisible()
    const chart = zhou.page.locator('figure').filter({ hasText: zhou.t('figure-volume') })
    await chart.getByText(zhou.t('figure-table')).click()
    await expect(chart.getByRole('row')).toHaveCount(31)

    await zhou.page.getByRole('link', { name: zhou.t('figure-usual-month') }).click()
    await expect(zhou.field('figure-by')).toHaveValue('month')
    await zhou.field('figure-department').selectOption('service')
    await zhou.button('figure-go').click()
    await expect(zhou.page).toHaveURL(/department=service/)

    const file = await zhou.page.request.get((await zhou.link('figure-csv').getAttribute('href'))!)
    expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="figures-/)
    expect(await file.text()).toContain(zhou.t('figure-rounds'))

    await zhou.field('figure-until').fill('2020-01-01')
    await zhou.button('figure-go').click()
    await expect(zhou.faults).toContainText(zhou.t('fault-until-before-from'))
    await expect(zhou.field('figure-until')).toHaveValue('2020-01-01')
  })

  test(`an answer is drawn by lot and judged (${script})`, async ({ visitor }) => {
    const [lin, chen, zhou] = [await visitor(script), await visitor(script), await visitor(script)]
    const number = await lin.asks(someone(), '请问早餐几点开始？')
    await chen.signsInAtTheDesk(service)
    await chen.answers(number, '早餐 7:00 开始。')

    await zhou.signsInAtTheDesk(supervisor)
    await zhou.goes('/desk/figures')
    await zhou.link('sample-title').click()
    // Others draw at the same time: one for each answer leaves enough for everybody. What a supervisor has answered himself is another's.
    for (let draw = 0; draw < 5 && !(await zhou.choice('verdict-inaccurate').count()); draw++) {
      await zhou.goes('/desk/figures/samples')
      await zhou.field('sample-size').fill('1')
      await zhou.button('sample-draw-go').click()
      await expect(zhou.page).toHaveURL(/\/samples\/\d+$/)
    }
    await zhou.choice('verdict-inaccurate').check()
    await zhou.button('sample-judge-go').click()
    await expect(zhou.faults).toContainText(zhou.t('fault-required'))
    await expect(zhou.choice('verdict-inaccurate')).toBeChecked()
    await zhou.field('sample-why').fill('周末是 7:30')
    await zhou.button('sample-judge-go').click()
    await expect(zhou.page.getByText(zhou.t('sample-done'))).toBeVisible()
    await expect(zhou.page.getByRole('table')).toContainText('周末是 7:30')
  })
}

test('who only takes bookings sees no figures', async ({ visitor }) => {
  const lin = await visitor('zh-hant')
  await lin.signsInAtTheDesk(agent)
  expect((await lin.goes('/desk/figures')).status()).toBe(403)
  expect((await lin.goes('/desk/figures/samples')).status()).toBe(403)
})
