import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './server.ts'

/** The two scripts, as they stand in addresses. */
export const scripts = ['zh-hans', 'zh-hant'] as const
export type Script = (typeof scripts)[number]

const folders: Record<Script, string> = { 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant' }
const kept = new Map<Script, Map<string, string>>()

/** The texts of a script by id, read from the same files as the server's: plain messages, joined lines, no selectors. */
function texts(script: Script): Map<string, string> {
  const known = kept.get(script)
  if (known) return known
  const found = new Map<string, string>()
  const folder = join(root, 'locales', folders[script])
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    let id = ''
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const begins = /^(-?[a-z][\w-]*) *= *(.*)$/.exec(line)
      if (begins) {
        id = begins[1]
        found.set(id, begins[2])
      } else if (id && /^ +\S/.test(line)) {
        found.set(id, `${found.get(id)}\n${line.trim()}`.trim())
      } else if (!line.trim() || line.startsWith('#')) {
        id = ''
      }
    }
  }
  kept.set(script, found)
  return found
}

/** The text of an id, with its variables filled in. */
export function words(script: Script, id: string, values: Record<string, string | number> = {}): string {
  const text = texts(script).get(id)
  if (text === undefined) throw new Error(`no text ${id} in ${script}`)
  return text.replace(/\{ *(\$?)(-?[\w-]+) *\}/g, (_, variable, name) => {
    if (!variable) return words(script, name)
    if (!(name in values)) throw new Error(`${id} needs $${name}`)
    return String(values[name])
  })
}

/** A pattern for a text whose variables may be anything. */
export function pattern(script: Script, id: string): RegExp {
  const text = texts(script).get(id)
  if (text === undefined) throw new Error(`no text ${id} in ${script}`)
  const plain = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(text.split(/\{[^}]*\}/).map(plain).join('.*'))
}
