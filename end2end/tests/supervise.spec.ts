import { service, supervisor } from '../support/server.ts'
import { expect, scripts, test } from '../support/site.ts'
import { someone } from '../support/visitor.ts'

// The supervisor's side of questions: the board, the calendar before it is published, prepared answers, the slip on paper.

const QUESTION = '请问宴会厅能坐多少人？想办一个三十人的同学会。'

for (const script of scripts) {
  test(`the board leads into the queues (${script})`, async ({ visitor }) => {
    const [lin, wang] = [await visitor(script), await visitor(script)]
    await lin.asks(someone(), QUESTION)
    await wang.signsInAtTheDesk(supervisor)
    await wang.goes('/desk/inquiries')
    await wang.link('supervise-board').click()
    await expect(wang.heading(wang.t('board-title'))).toBeVisible()
    await expect(wang.page.getByRole('main')).toContainText(wang.t('department-service'))
    await expect(wang.page.getByRole('main')).toContainText(wang.t('queue-nobody'))
    await wang.page.locator('[data-live-part=board]').getByRole('link').first().click()
    await expect(wang.page).toHaveURL(/\/desk\/inquiries\?tab=open/)
  })

  test(`another calendar is looked at before it is published, and what makes no sense is said at its field (${script})`, async ({ visitor }) => {
    const wang = await visitor(script)
    await wang.signsInAtTheDesk(supervisor)
    await wang.goes('/desk/inquiries/calendar')
    await wang.field('calendar-windows').fill('12:00-09:00')
    await wang.button('calendar-preview').click()
    await expect(wang.faults).toContainText(wang.t('fault-not-a-window'))
    await expect(wang.field('calendar-windows')).toHaveValue('12:00-09:00')

    await wang.field('calendar-windows').fill('09:00-12:00, 14:00-18:00')
    await wang.button('calendar-preview').click()
    await expect(wang.page.getByRole('heading', { name: wang.t('calendar-effect') })).toBeVisible()
    await wang.button('calendar-publish').click()
    await expect(wang.faults).toContainText(wang.t('fault-required'))
    await expect(wang.field('calendar-windows')).toHaveValue('09:00-12:00, 14:00-18:00')
    await expect(wang.page.getByRole('heading', { name: wang.t('calendar-effect') })).toBeVisible()

    await wang.goes('/desk/inquiries/calendar')
    await expect(wang.field('calendar-windows')).not.toHaveValue('09:00-12:00, 14:00-18:00')
    await wang.field('promise-complex').fill('60')
    await wang.button('promise-publish').click()
    await expect(wang.faults).toContainText(wang.t('fault-not-longer'))
    await expect(wang.field('promise-complex')).toHaveValue('60')
  })

  test(`a prepared answer is written in one script and read in both (${script})`, async ({ visitor }) => {
    const [wang, chen] = [await visitor(script), await visitor(script === 'zh-hans' ? 'zh-hant' : 'zh-hans')]
    const mark = `${Date.now()}${Math.floor(Math.random() * 1e6)}`
    await wang.signsInAtTheDesk(supervisor)
    await wang.goes('/desk/inquiries/replies')
    await wang.link('replies-new').click()
    await wang.button('replies-save').click()
    await expect(wang.faults).toContainText(wang.t('fault-required'))
    await wang.field(script === 'zh-hans' ? 'replies-title-hans' : 'replies-title-hant').fill(mark)
    await wang.field(script === 'zh-hans' ? 'replies-body-hans' : 'replies-body-hant').fill(script === 'zh-hans' ? `{name}，预订 ${mark}` : `{name}，預訂 ${mark}`)
    await wang.button('replies-save').click()
    await expect(wang.page.getByText(wang.t('replies-saved'))).toBeVisible()
    await chen.signsInAtTheDesk(service)
    await chen.goes('/desk/inquiries/replies')
    await expect(chen.page.getByRole('main')).toContainText(script === 'zh-hans' ? `{name}，預訂 ${mark}` : `{name}，预订 ${mark}`)
  })

  test(`what was handed on is on the slip (${script})`, async ({ visitor }) => {
    const [lin, chen] = [await visitor(script), await visitor(script)]
    const guest = someone()
    const number = await lin.asks(guest, QUESTION)
    await chen.signsInAtTheDesk(service)
    await chen.answers(number, '我先问宴会部', 'send')
    await chen.goes(`/desk/inquiries/${number}/slip`)
    const slip = chen.page.getByRole('main')
    await expect(slip).toContainText(chen.t('slip-blank'))
    await expect(slip).toContainText(guest.name)
    await expect(slip).toContainText('三十人的同学会')
    await expect(slip).toContainText(chen.t('slip-sign-to'))
  })
}

test('who does not supervise sees neither board nor calendar', async ({ visitor }) => {
  const chen = await visitor('zh-hant')
  await chen.signsInAtTheDesk(service)
  expect((await chen.goes('/desk/inquiries/board')).status()).toBe(403)
  expect((await chen.goes('/desk/inquiries/calendar')).status()).toBe(403)
  expect((await chen.goes('/desk/inquiries/replies')).status()).toBe(200)
})
