import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'

// What the tests found in numbers, for the table at the end of `make test`: FIGURES names its file.

const figures = process.env.FIGURES
const looks = `${figures}.looks`

/** Forgets what an earlier run looked at. */
export function beginsToLook(): void {
  if (figures) rmSync(looks, { force: true })
}

/** Notes how many barriers one look at a page found; several processes do so. */
export function looked(found: number): void {
  if (figures) appendFileSync(looks, `${found}\n`)
}

/** Adds the looks up to one figure. */
export function sumsUp(): void {
  if (!figures || !existsSync(looks)) return
  const found = readFileSync(looks, 'utf8').trim().split('\n').map(Number)
  const all = found.reduce((sum, each) => sum + each, 0)
  appendFileSync(figures, `axe, every page, both scripts, phone and desktop\t${all} violations in ${found.length} looks\t0 violations\n`)
  rmSync(looks)
}
