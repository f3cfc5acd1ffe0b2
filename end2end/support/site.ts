import { test as base, expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { Visitor } from './visitor.ts'
import type { Script } from './words.ts'

// What every test uses instead of Playwright's own `test`: visitors whose pages must not complain.

export { expect }
export { scripts, type Script } from './words.ts'

/** The three kinds of things that are sold, with their results pages. */
export const kinds = { stay: '/stays', venue: '/venues', trip: '/trips' } as const
export type Kind = keyof typeof kinds

interface Fixtures {
  /** A visitor who reads a script, with cookies of his own. Several in one test are several people. */
  visitor: (script: Script) => Promise<Visitor>
}

export const test = base.extend<Fixtures>({
  visitor: async ({ browser, contextOptions, viewport, javaScriptEnabled, locale, timezoneId, userAgent, hasTouch, isMobile, deviceScaleFactor }, use) => {
    const people: Visitor[] = []
    const options: BrowserContextOptions = {
      ...contextOptions, viewport, javaScriptEnabled, locale, timezoneId, userAgent, hasTouch, isMobile, deviceScaleFactor,
    }
    await use(async (script) => {
      const person = await arrives(browser, options, script)
      people.push(person)
      return person
    })
    for (const person of people) {
      const complaints = person.complaints
      await person.page.context().close()
      expect(complaints, 'complaints of the browser').toEqual([])
    }
  },
})

async function arrives(browser: Browser, options: BrowserContextOptions, script: Script): Promise<Visitor> {
  const part = () => Math.floor(Math.random() * 254) + 1
  const context = await browser.newContext({
    ...options,
    baseURL: process.env.SITE_URL,
    extraHTTPHeaders: { 'X-Forwarded-For': `10.${part()}.${part()}.${part()}` },
  })
  const page = await context.newPage()
  return new Visitor(page, script, options.javaScriptEnabled !== false, listen(page, options.javaScriptEnabled !== false))
}

/** Whatever the browser complains about: errors in the console, scripts that fail, requests that fail, broken answers. */
function listen(page: Page, hasScript: boolean): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // The browser repeats answers such as 404 here; they are judged below, where it is known what was asked for.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`console: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // With script off the browser itself refuses to preload it.
    const notWanted = !hasScript && why === 'csp' && request.url().endsWith('.js')
    if (why !== 'net::ERR_ABORTED' && !notWanted) complaints.push(`request: ${request.url()} ${why}`)
  })
  page.on('response', (response) => {
    const ownPage = response.request().isNavigationRequest()
    // A form that an island sent and that was refused is sent once more as a page, which says why.
    const refusedForm = response.status() === 422 && /\/api\/inquiry\/write$/.test(response.url())
    if (response.status() >= 500 || (response.status() >= 400 && !ownPage && !refusedForm)) {
      complaints.push(`answer: ${response.status()} ${response.url()}`)
    }
  })
  return complaints
}
