/** Who may do what in the knowledge base, and what an article is made of. Pure. */
import type { MemberRole, StaffRole } from '../../privacy/operation/actor.ts'
import { writtenLine, writtenText } from '../written.ts'

/** Who of a client writes its own articles. */
export const memberMayWrite = ['owner', 'technical'] as const satisfies readonly MemberRole[]
/** Who writes for a client, and for everybody. */
export const staffMayWrite = ['owner', 'technician'] as const satisfies readonly StaffRole[]

export const articleTitle = writtenLine(200)
/** The longest that an article is, in characters. */
export const longestArticle = 20_000
export const articleBody = writtenText(longestArticle)
/** As many as are shown at a time. */
export const articlesAtOnce = 50
export const versionsAtOnce = 20

/** The beginning of a text for a list: its first paragraph in plain words, cut at a word. Headings and marks are left out. */
export function leadOf(body: string, most = 200): string {
  const plain = body
    .replaceAll(/^(```|~~~)[\s\S]*?^\1.*$/gm, '')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !part.startsWith('#'))
  const words = (plain ?? body)
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`#>]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (words.length <= most) return words
  const cut = words.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`
}
