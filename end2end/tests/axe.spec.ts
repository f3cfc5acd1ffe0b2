import AxeBuilder from '@axe-core/playwright'
import { sights } from '../support/pages.ts'
import { expect, scripts, test } from '../support/site.ts'

// WCAG 2.2 AA, on every page and in both scripts.

for (const script of scripts) {
  for (const sight of sights) {
    test(`${sight.name} has no barrier (${script})`, async ({ visitor }) => {
      const reader = await visitor(script)
      await sight.go(reader)
      await expect(reader.page).toHaveTitle(/./)
      const { violations } = await new AxeBuilder({ page: reader.page }).analyze()
      const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html.slice(0, 200)) }))
      expect(found).toEqual([])
    })
  }
}

test('a page with a barrier is caught', async ({ page }) => {
  await page.setContent('<html lang="zh-Hans"><title>x</title><main><h1>x</h1><input type="text"><img src=""></main></html>')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((violation) => violation.id)).toEqual(expect.arrayContaining(['image-alt', 'label']))
})
