/** The decisions as they were written down and agreed to: one file for each table, and one for the policy. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decisions } from './question.ts'

const folder = join(import.meta.dirname, 'written')

export function readWritten(): Decisions {
  const lines = readdirSync(folder).flatMap((file) => {
    const where = file.replace(/\.txt$/, '')
    return readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const [what = '', ...rest] = line.split(' = ')
        return [`${where} | ${what}`, rest.join(' = ')]
      })
  })
  return new Map(lines)
}

/** Writes down what is decided now. Whoever runs it reads the difference before it is committed: that is the review. */
export function write(decided: Decisions): void {
  const files = new Map<string, string[]>()
  for (const [key, value] of decided) {
    const [where = '', ...what] = key.split(' | ')
    files.set(where, [...(files.get(where) ?? []), `${what.join(' | ')} = ${value}`])
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [where, lines] of files) writeFileSync(join(folder, `${where}.txt`), `${lines.sort().join('\n')}\n`)
}

/** What is decided otherwise than it was written down, in lines; empty when nothing is. */
export function unlikeWritten(written: Decisions, decided: Decisions, most = 20): string[] {
  const found: string[] = []
  for (const [key, value] of decided) {
    if (found.length >= most) return found
    if (written.get(key) !== value) found.push(`${key} = ${value}, written ${written.get(key) ?? 'nowhere'}`)
  }
  for (const key of written.keys()) if (!decided.has(key)) found.push(`${key}: written, and no longer decided`)
  return found.slice(0, most)
}
