import { appendFileSync } from 'node:fs'
import { expect, test } from '../support/site.ts'
import { sights } from '../support/pages.ts'

const bar = 100_000

test('no customer page makes the browser fetch more than 100 KB of JS and WASM', async ({ visitor }, { project }) => {
  test.setTimeout(420_000)
  const heaviest = { name: '', size: 0 }
  for (const sight of sights.filter(({ page }) => page && !page.startsWith('/desk'))) {
    const reader = await visitor('zh-hans')
    const sizes: Promise<void>[] = []
    const files = new Map<string, number>() // each is fetched once and then kept by the browser
    reader.page.on('requestfinished', (request) => {
      if (/\.(js|wasm)$/.test(new URL(request.url()).pathname)) {
        sizes.push(request.sizes().then(({ responseBodySize }) => keep(files, request.url(), responseBodySize)))
      }
    })
    await sight.go(reader)
    await reader.page.waitForLoadState('networkidle')
    await Promise.all(sizes)
    const size = [...files.values()].reduce((all, each) => all + each, 0)
    if (size > heaviest.size) Object.assign(heaviest, { name: sight.name, size })
  }
  if (process.env.FIGURES && project.name === 'phone') {
    const figure = `${(heaviest.size / 1000).toFixed(1)} KB (${heaviest.name})`
    appendFileSync(process.env.FIGURES, `JS + WASM as sent, heaviest way to a page\t${figure}\t<= 100 KB\n`)
  }
  expect(heaviest.size, heaviest.name).toBeLessThanOrEqual(bar)
})

function keep(files: Map<string, number>, url: string, size: number): void {
  files.set(url, Math.max(size, files.get(url) ?? 0))
}
