/** The words of a published version as data. They never change, so each is read once a process. */
import type { Language, Prose } from '../../prose/block.ts'
import { readProse } from '../../prose/read-prose.ts'
import type { VersionRow } from './version.queries.ts'

const known = new Map<string, Prose>()
const most = 20

export function proseOf(row: Pick<VersionRow, 'hash' | 'text_ro' | 'text_en'>, language: Language): Prose {
  const key = `${row.hash} ${language}`
  const prose = known.get(key) ?? readProse(language, language === 'ro' ? row.text_ro : row.text_en)
  if (known.size < most) known.set(key, prose)
  return prose
}
