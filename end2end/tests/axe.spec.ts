import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { looked, weighed } from '../support/figures.ts'
import { sights } from '../support/pages.ts'
import { expect, scripts, test, type Script } from '../support/site.ts'
import type { Visitor } from '../support/visitor.ts'

// On every page and in both scripts: WCAG 2.2 AA, nothing wider than the screen, its language and its counterpart said, and no
// more to be fetched for it than a phone gets quickly.

const tags: Record<Script, RegExp> = { 'zh-hans': /^zh-(Hans|CN)/, 'zh-hant': /^zh-(Hant|TW)/ }

/** Most bytes of JS and WASM that the way to a page may cost, as they are sent. */
const heaviest = 100_000

/** Every page is looked at on the screen that it was opened on, and on this one. */
const wide = { width: 1280, height: 800 }

/** Those that are looked at in the dark too. */
const dark = ['home', 'stays-full', 'offer-venue', 'book-fault', 'check', 'booking', 'pay', 'login-refused', 'fault-too-large', 'desk', 'figures']

for (const script of scripts) {
  for (const sight of sights) {
    test(`${sight.name} has no barrier (${script})`, async ({ visitor }) => {
      const reader = await visitor(script)
      const fetched = weighs(reader.page)
      await sight.go(reader)
      await expect(reader.page).toHaveTitle(/./)
      await hasNoBarrier(reader.page)
      await fitsItsScreen(reader.page)
      await reader.page.setViewportSize(wide)
      await hasNoBarrier(reader.page)
      await fitsItsScreen(reader.page)
      if (sight.page) await isKnownAs(reader, sight.page)
      if (dark.includes(sight.name)) {
        await reader.page.emulateMedia({ colorScheme: 'dark' })
        await hasNoBarrier(reader.page)
      }
      const bytes = await fetched()
      weighed(bytes, sight.name)
      expect.soft(bytes, 'bytes of JS and WASM').toBeLessThanOrEqual(heaviest)
    })
  }
}

test('a page with a barrier is caught', async ({ page }) => {
  await page.setContent('<html lang="zh-Hans"><title>x</title><main><h1>x</h1><input type="text"><img src=""></main></html>')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map((violation) => violation.id)).toEqual(expect.arrayContaining(['image-alt', 'label']))
})

test('a page wider than its screen is caught', async ({ page }) => {
  await page.setContent('<meta name="viewport" content="width=device-width"><p style="width: 2000px">x</p>')
  expect(await tooWide(page)).toBeGreaterThan(0)
})

test('a page that is too heavy is caught', async ({ page }) => {
  const fetched = weighs(page)
  const body = `/*${'x'.repeat(2 * heaviest)}*/`
  await page.route('**/heavy.js', (route) => route.fulfill({ contentType: 'text/javascript', body }))
  await page.setContent('<script src="http://heavy.example/heavy.js"></script>')
  expect(await fetched()).toBeGreaterThan(heaviest)
})

/** Adds up the JS and WASM that a page fetches from now on. Each file is fetched once and then kept by the browser. */
function weighs(page: Page): () => Promise<number> {
  const files = new Map<string, number>()
  const sizes: Promise<unknown>[] = []
  page.on('requestfinished', (request) => {
    const url = request.url()
    if (!/\.(js|wasm)$/.test(new URL(url).pathname)) return
    sizes.push(request.sizes().then(({ responseBodySize }) => files.set(url, Math.max(files.get(url) ?? 0, responseBodySize))))
  })
  return async () => {
    await page.waitForLoadState('networkidle')
    await Promise.all(sizes)
    return [...files.values()].reduce((all, each) => all + each, 0)
  }
}

/** No page has a frame, so that there is nothing to aggregate and no second page is opened for that. */
async function hasNoBarrier(page: Page): Promise<void> {
  await isDrawn(page)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html.slice(0, 200)) }))
  looked(found.length)
  expect.soft(found).toEqual([])
}

/** What was changed a moment ago, a size or a colour, is drawn, and nothing is on its way but what never ends. */
async function isDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    await frame()
    await frame()
    const moving = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map((each) => each.finished))
  })
}

async function fitsItsScreen(page: Page): Promise<void> {
  expect.soft(await tooWide(page), 'wider than the screen, in pixels').toBeLessThanOrEqual(0)
}

/** By how much a page is wider than the screen. A phone would zoom out, so its own word for its width does not count. */
async function tooWide(page: Page): Promise<number> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return width - (page.viewportSize()?.width ?? width)
}

/** The page is of that route, in the reader's script, and names its addresses in both. */
async function isKnownAs(reader: Visitor, route: string): Promise<void> {
  expect.soft(reader.path).toMatch(new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`))
  await expect.soft(reader.page.locator('html')).toHaveAttribute('lang', tags[reader.script])
  await expect.soft(reader.page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/${reader.script}${reader.path}$`))
  for (const script of scripts) {
    const link = reader.page.locator(`link[rel=alternate][href$="/${script}${reader.path}"]`)
    await expect.soft(link).toHaveAttribute('hreflang', tags[script])
  }
}
