import { expect, test } from '../support/site.ts'
import { someone } from '../support/visitor.ts'

// Whatever people do with the button, they have one booking.

test('the summary sent twice, from the page kept by the back button, makes one booking', async ({ visitor }) => {
  const zhao = await visitor('zh-hans')
  const first = await zhao.books('stay', someone())
  await zhao.page.goBack()
  await expect(zhao.page).toHaveURL(/\/check\?draft=/)
  await zhao.agrees()
  expect(zhao.number()).toBe(first)
  await onlyOne(zhao.page.context().request, first)
})

test('a reload of the confirmation makes no second booking', async ({ visitor }) => {
  const zhao = await visitor('zh-hant')
  const first = await zhao.books('venue', someone())
  await zhao.page.reload()
  expect(zhao.number()).toBe(first)
  await onlyOne(zhao.page.context().request, first)
})

test('the button pressed twice makes one booking', async ({ visitor }) => {
  const zhao = await visitor('zh-hans')
  await zhao.searches('trip')
  await zhao.picksAnOffer()
  await zhao.wantsIt()
  await zhao.fillsIn(someone())
  await zhao.goesOn()
  await zhao.placeButton.dblclick({ noWaitAfter: true })
  await expect(zhao.page).toHaveURL(/\/bookings\/Y/)
  await onlyOne(zhao.page.context().request, zhao.number())
})

test('the same summary sent ten times at once makes one booking', async ({ visitor }) => {
  const zhao = await visitor('zh-hant')
  await zhao.searches('stay')
  await zhao.picksAnOffer()
  await zhao.wantsIt()
  await zhao.fillsIn(someone())
  await zhao.goesOn()
  await expect(zhao.page).toHaveURL(/\/check\?draft=/)
  const form = zhao.page.locator('form[action="/api/booking/place"]')
  const fields = await form.locator('input[type=hidden]').evaluateAll((inputs) =>
    Object.fromEntries(inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value])),
  )
  const request = zhao.page.context().request
  const headers = { accept: 'application/json', 'sec-fetch-site': 'same-origin' }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => request.post('/api/booking/place', { form: fields, headers })),
  )
  const numbers = new Set(await Promise.all(answers.map(async (answer) => (await answer.json()).id)))
  expect(answers.map((answer) => answer.status())).toEqual(Array(10).fill(200))
  expect(numbers.size).toBe(1)
})

/** The visitor's list holds this booking and no other. */
async function onlyOne(request: import('@playwright/test').APIRequestContext, number: string): Promise<void> {
  const list = await (await request.get('/zh-hans/bookings')).text()
  const numbers = new Set(list.match(/\bY[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g))
  expect([...numbers]).toEqual([number])
}
