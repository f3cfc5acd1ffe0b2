import { expect, scripts, test } from '../support/site.ts'
import { dayAhead, someone } from '../support/visitor.ts'

for (const script of scripts) {
  test(`the price follows the wish without sending the form (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    await lin.searches('stay', { nights: 1 })
    await lin.picksAnOffer()
    const address = lin.page.url()
    let nights = 1
    // The first time the page may not be awake yet.
    await expect(async () => {
      const answered = lin.page.waitForResponse(/\/api\/catalogue\/glance/, { timeout: 5_000 })
      await lin.field('search-nights').fill(String(++nights))
      await lin.field('search-nights').blur()
      expect((await answered).status()).toBe(200)
    }).toPass()
    expect(lin.page.url()).toBe(address)
  })
}

test('who waits for the word of the payment provider sees it come by itself', async ({ visitor }) => {
  const chen = await visitor('zh-hant')
  await chen.books('trip', someone(), {}, 'online')
  await chen.startsToPay()
  await chen.atTheSandbox('sandbox-case-delay', 10)
  await expect(chen.page.getByText(chen.t('pay-waiting-asking'))).toBeVisible()
  await expect(chen.page.getByText(chen.t('pay-paid-title'))).toBeVisible({ timeout: 30_000 })
})

test('a hold is counted down by the clock of the server, and its end shows the page anew', async ({ visitor }) => {
  const chen = await visitor('zh-hans')
  await chen.page.clock.install({ time: new Date('2031-05-04T03:02:01Z') })
  await chen.books('stay', someone(), {}, 'online')
  const left = chen.page.locator('.hold-clock')
  await expect(left).toHaveText(/^00:(2\d|30):\d\d$/)
  const anew = chen.page.waitForEvent('load')
  await chen.page.clock.fastForward('31:00')
  await anew
  await expect(left).toHaveText(/^00:(2\d|30):\d\d$/)
  await expect(chen.payButton).toBeVisible()
})

test('the step of the terms that holds is counted down, and its end shows the page anew', async ({ visitor }) => {
  const chen = await visitor('zh-hant')
  const number = await chen.paysFor('stay', { day: dayAhead(3) })
  await chen.page.clock.install()
  await chen.goes(`/bookings/${number}/cancel`)
  await expect(chen.page.getByText(chen.t('cancel-step'))).toBeVisible()
  const left = chen.page.locator('.hold-clock')
  await expect(left).toHaveText(/^\d\d:\d\d:\d\d$/)
  const seconds = async () => (await left.innerText()).split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const before = await seconds()
  await chen.page.clock.fastForward(3_600_000)
  await expect.poll(seconds).toBeLessThanOrEqual(before - 3_600)
  // Not more than the test itself may take.
  expect(await seconds()).toBeGreaterThan(before - 3_660)
  const anew = chen.page.waitForEvent('load')
  await chen.page.clock.fastForward(40 * 3_600_000)
  await anew
  await expect.poll(seconds).toBeGreaterThanOrEqual(before - 3_600)
})
