import { join } from 'node:path'
import { sights } from '../support/pages.ts'
import { root } from '../support/server.ts'
import { scripts, test } from '../support/site.ts'

// A picture of every page: end2end/shots/<script>/<phone|desktop>/<number>-<page>.png

for (const script of scripts) {
  for (const [index, sight] of sights.entries()) {
    test(`${sight.name} (${script})`, async ({ visitor }, { project }) => {
      const reader = await visitor(script)
      await sight.go(reader)
      await reader.page.waitForLoadState('networkidle')
      const name = `${String(index + 1).padStart(2, '0')}-${sight.name}.png`
      const folder = join(root, 'end2end/shots', script, project.name.replace('shots-', ''))
      await reader.page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled', scale: 'css' })
    })
  }
}
