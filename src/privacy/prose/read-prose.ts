/** One language of the policy: `# title`, `## section`, `### clause {#p7}`. */
import { anchorOf, isPromiseId, type PromiseId, promiseIds } from '../promises/promise.ts'
import type { Block, Clause, Language, Prose, Section } from './block.ts'
import { type Line, ProseError, readMarkdown } from './markdown.ts'

interface Draft {
  title?: string
  readonly intro: Block[]
  readonly sections: { title: string; clauses: { promise: PromiseId; title: string; blocks: Block[] }[] }[]
  readonly findings: string[]
}

/**
 * Reads the prose and holds its marks against P1 to P44.
 * @throws ProseError with every promise whose mark is missing, doubled or unknown, and every clause without words
 */
export function readProse(language: Language, text: string): Prose {
  const draft: Draft = { intro: [], sections: [], findings: [] }
  for (const line of readMarkdown(text)) take(draft, line)
  const findings = [...draft.findings, ...markFindings(draft.sections), ...emptyFindings(draft)]
  if (findings.length > 0) throw new ProseError(findings.map((finding) => `policy/${language}.md: ${finding}`))
  return { language, title: draft.title ?? '', intro: draft.intro, sections: draft.sections }
}

const clauseMark = /^(.+?)\s*\{#(\w+)\}$/

function take(draft: Draft, line: Line): void {
  if (line.kind === 'block') takeBlock(draft, line.block, line.line)
  else if (line.depth === 1 && draft.title === undefined) draft.title = line.text
  else if (line.depth === 2) draft.sections.push({ title: line.text, clauses: [] })
  else if (line.depth === 3) takeClause(draft, line.text, line.line)
  else draft.findings.push(`line ${line.line}: a heading of depth ${line.depth} has no place here`)
}

function takeClause(draft: Draft, text: string, line: number): void {
  const [, title, mark] = clauseMark.exec(text) ?? []
  const section = draft.sections.at(-1)
  if (title === undefined || mark === undefined) {
    draft.findings.push(`line ${line}: the clause “${text}” names no promise; end it with {#p…}`)
    return
  }
  const promise = mark.toUpperCase()
  if (!isPromiseId(promise) || mark !== anchorOf(promise)) {
    draft.findings.push(`line ${line}: ${mark} is no promise; there are p1 to p${promiseIds.length}`)
  } else if (!section) {
    draft.findings.push(`line ${line}: ${promise} stands before the first section`)
  } else {
    section.clauses.push({ promise, title, blocks: [] })
  }
}

function takeBlock(draft: Draft, block: Block, line: number): void {
  const section = draft.sections.at(-1)
  if (!section) draft.intro.push(block)
  else if (section.clauses.length > 0) section.clauses.at(-1)?.blocks.push(block)
  else draft.findings.push(`line ${line}: words under “${section.title}” that belong to no promise`)
}

function markFindings(sections: readonly Section[]): string[] {
  const counts = new Map<PromiseId, number>()
  for (const clause of sections.flatMap((section) => section.clauses)) {
    counts.set(clause.promise, (counts.get(clause.promise) ?? 0) + 1)
  }
  return promiseIds.flatMap((promise) => {
    const count = counts.get(promise) ?? 0
    if (count === 0) return [`${promise} has no clause`]
    return count > 1 ? [`${promise} has ${count} clauses`] : []
  })
}

function emptyFindings(draft: Draft): string[] {
  const bare = (clause: Clause) => clause.blocks.every((block) => block.kind === 'table')
  return [
    ...(draft.title === undefined ? ['has no title'] : []),
    ...draft.sections.flatMap((section) =>
      section.clauses.filter(bare).map((clause) => `${clause.promise} has a title but no words`),
    ),
  ]
}
