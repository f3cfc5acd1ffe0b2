import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'

// What the tests found in numbers, for the table at the end of `make test`: FIGURES names its file.

const figures = process.env.FIGURES
const looks = `${figures}.looks`
const weights = `${figures}.weights`

/** Forgets what an earlier run looked at. */
export function beginsToLook(): void {
  if (figures) for (const notes of [looks, weights]) rmSync(notes, { force: true })
}

/** Notes how many barriers one look at a page found; several processes do so. */
export function looked(found: number): void {
  if (figures) appendFileSync(looks, `${found}\n`)
}

/** Notes how many bytes of JS and WASM the browser fetched on its way to a page. */
export function weighed(bytes: number, page: string): void {
  if (figures) appendFileSync(weights, `${bytes} ${page}\n`)
}

/** Adds the looks up to one figure, and has the heaviest way for another. */
export function sumsUp(): void {
  const found = noted(looks).map(Number)
  const all = found.reduce((sum, each) => sum + each, 0)
  if (found.length > 0) {
    tells('axe, every page, both scripts, phone and desktop', `${all} violations in ${found.length} looks`, '0 violations')
  }
  const heaviest = noted(weights).sort((one, other) => parseInt(other) - parseInt(one)).at(0)
  if (heaviest) {
    const [bytes, page] = heaviest.split(' ')
    tells('JS + WASM as sent, heaviest way to a page', `${(Number(bytes) / 1000).toFixed(1)} KB (${page})`, '<= 100 KB')
  }
}

/** The lines of a file of notes, which is done with then. */
function noted(notes: string): string[] {
  if (!figures || !existsSync(notes)) return []
  const lines = readFileSync(notes, 'utf8').trim().split('\n')
  rmSync(notes)
  return lines
}

function tells(what: string, figure: string, bar: string): void {
  appendFileSync(figures ?? '', `${what}\t${figure}\t${bar}\n`)
}
