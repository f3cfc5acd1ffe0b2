import { expect, scripts, test } from '../support/site.ts'

for (const script of scripts) {
  test(`the price follows the wish without sending the form (${script})`, async ({ visitor }) => {
    const lin = await visitor(script)
    await lin.searches('stay', { nights: 1 })
    await lin.picksAnOffer()
    const address = lin.page.url()
    const answered = lin.page.waitForResponse(/\/api\/catalogue\/glance/)
    await lin.field('search-nights').fill('2')
    await lin.field('search-nights').blur()
    expect((await answered).status()).toBe(200)
    expect(lin.page.url()).toBe(address)
  })
}
