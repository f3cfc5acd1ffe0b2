import { expect, scripts, test, type Script } from '../support/site.ts'
import { someone, someDay } from '../support/visitor.ts'

const tags: Record<Script, RegExp> = { 'zh-hans': /^zh-(Hans|CN)/, 'zh-hant': /^zh-(Hant|TW)/ }
const other = (script: Script): Script => (script === 'zh-hans' ? 'zh-hant' : 'zh-hans')

for (const script of scripts) {
  test(`the switch stays on the page with its query (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    const query = `?day=${someDay()}&heads=3`
    await chen.goes(`/venues${query}`)
    await chen.switchesScript()
    await expect(chen.page).toHaveURL(new RegExp(`/${other(script)}/venues\\${query}$`))
    await expect(chen.page.locator('html')).toHaveAttribute('lang', tags[other(script)])
    // From now on the bare address leads to the script that was chosen.
    await chen.page.goto('/venues')
    await expect(chen.page).toHaveURL(new RegExp(`/${other(script)}/venues`))
  })

  test(`the switch in the middle of a booking keeps it (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    await chen.searches('venue')
    await chen.picksAnOffer()
    await chen.wantsIt()
    await chen.fillsIn(someone())
    await chen.goesOn()
    await chen.switchesScript()
    await expect(chen.page).toHaveURL(new RegExp(`/${other(script)}/book/.*draft=`))
    await expect(chen.page.getByRole('main').getByText('王小明')).toBeVisible()
  })

  test(`each page names its counterpart (${script})`, async ({ visitor }) => {
    const chen = await visitor(script)
    await chen.goes('/trips')
    await expect(chen.page.locator('html')).toHaveAttribute('lang', tags[script])
    await expect(chen.page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/${script}/trips$`))
    for (const each of scripts) {
      const link = chen.page.locator(`link[rel=alternate][href$="/${each}/trips"]`)
      await expect(link).toHaveAttribute('hreflang', tags[each])
    }
  })
}

test('the first visit is answered in the script of the browser', async ({ browser }) => {
  const readers: [string, Script][] = [
    ['zh-CN', 'zh-hans'], ['zh-SG', 'zh-hans'], ['zh-TW', 'zh-hant'], ['zh-HK', 'zh-hant'], ['zh-MO', 'zh-hant'],
  ]
  for (const [locale, script] of readers) {
    const context = await browser.newContext({ locale, baseURL: process.env.SITE_URL })
    const page = await context.newPage()
    await page.goto('/stays')
    expect(new URL(page.url()).pathname, locale).toBe(`/${script}/stays`)
    await context.close()
  }
})

test('both scripts find the same', async ({ visitor }) => {
  const chen = await visitor('zh-hans')
  const found = async (words: string) => {
    await chen.goes(`/stays?q=${encodeURIComponent(words)}`)
    return chen.page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
  }
  const [simplified, traditional] = [await found('饭店'), await found('飯店')]
  expect(traditional).toEqual(simplified)
  expect(simplified.length).toBeGreaterThan(0)
})
