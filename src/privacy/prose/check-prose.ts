/** Holds both languages against one another and against the machine half. */
import type { PolicyShape } from '../policy/shape.ts'
import { type Block, clausesOf, type Inline, type Prose, type TableName, tableNames } from './block.ts'
import { mark, placeholderValues } from './placeholders.ts'

/**
 * Findings, empty when all holds: the same promises in the same order under the same sections, the same placeholders and
 * tables in both languages, no placeholder outside the closed list, no table of the policy left unpublished.
 */
export function checkProse(policy: PolicyShape, ro: Prose, en: Prose): string[] {
  const somebody = { name: '-', address: '-', privacyEmail: '-', country: 'RO' }
  const known = placeholderValues(policy, somebody, 'en')
  return [...unlike(ro, en), ...[ro, en].flatMap((prose) => [...unknown(prose, known), ...unpublished(prose)])]
}

function unlike(ro: Prose, en: Prose): string[] {
  if (ro.sections.length !== en.sections.length) {
    return [`policy/ro.md has ${ro.sections.length} sections, policy/en.md ${en.sections.length}`]
  }
  const order = (prose: Prose) =>
    prose.sections.map((section) => section.clauses.map((clause) => clause.promise).join(' ')).join(' | ')
  if (order(ro) !== order(en)) return ['policy/ro.md and policy/en.md order their promises differently']
  const english = new Map(clausesOf(en).map((clause) => [clause.promise, clause]))
  return clausesOf(ro).flatMap((clause) => {
    const here = wants(clause.blocks)
    const there = wants(english.get(clause.promise)?.blocks ?? [])
    const apart = [...here].filter((name) => !there.has(name)).concat([...there].filter((name) => !here.has(name)))
    return apart.map((name) => `${clause.promise}: {{${name}}} stands in one language only`)
  })
}

function unknown(prose: Prose, known: ReadonlyMap<string, string>): string[] {
  const places = [
    { at: 'the introduction', blocks: prose.intro },
    ...clausesOf(prose).map(({ promise, blocks }) => ({ at: promise, blocks })),
  ]
  return places.flatMap(({ at, blocks }) =>
    [...wants(blocks)]
      .filter((name) => !known.has(name) && !isTable(name))
      .map((name) => `policy/${prose.language}.md: ${at} asks for {{${name}}}, which nothing fills`),
  )
}

function unpublished(prose: Prose): string[] {
  const shown = new Set(clausesOf(prose).flatMap((clause) => [...wants(clause.blocks)]))
  return tableNames
    .filter((table) => !shown.has(`table.${table}`))
    .map((table) => `policy/${prose.language}.md: {{table.${table}}} stands nowhere`)
}

function isTable(name: string): boolean {
  return name.startsWith('table.') && tableNames.includes(name.slice(6) as TableName)
}

function wants(blocks: readonly Block[]): Set<string> {
  return new Set(
    blocks.flatMap((block) => {
      if (block.kind === 'table') return [`table.${block.table}`]
      return block.kind === 'paragraph' ? inText(block.children) : block.items.flatMap(inText)
    }),
  )
}

function inText(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'text') return names(inline.text)
    return [...inText(inline.children), ...(inline.kind === 'link' ? names(inline.to) : [])]
  })
}

function names(text: string): string[] {
  return [...text.matchAll(mark)].map((found) => found[1] as string)
}
