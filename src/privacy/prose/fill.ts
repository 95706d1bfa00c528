/** Fills the placeholders of parsed prose. Values land in text alone, so no value can become markup. */
import type { Block, Inline, Prose } from './block.ts'
import { mark } from './placeholders.ts'

type Fill = (text: string) => string

/** @throws Error naming a placeholder without a value */
export function fillProse(prose: Prose, values: ReadonlyMap<string, string>): Prose {
  const fill: Fill = (text) =>
    text.replaceAll(mark, (_, name: string) => {
      const value = values.get(name)
      if (value === undefined) throw new Error(`policy/${prose.language}.md: {{${name}}} has no value`)
      return value
    })
  const blocks = (all: readonly Block[]) => all.map((block) => fillBlock(block, fill))
  return {
    ...prose,
    title: fill(prose.title),
    intro: blocks(prose.intro),
    sections: prose.sections.map((section) => ({
      title: fill(section.title),
      clauses: section.clauses.map((clause) => ({
        ...clause,
        title: fill(clause.title),
        blocks: blocks(clause.blocks),
      })),
    })),
  }
}

function fillBlock(block: Block, fill: Fill): Block {
  if (block.kind === 'paragraph') return { ...block, children: fillAll(block.children, fill) }
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => fillAll(item, fill)) }
  return block
}

function fillAll(inlines: readonly Inline[], fill: Fill): Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.kind === 'text') return { kind: 'text', text: fill(inline.text) }
    const children = fillAll(inline.children, fill)
    if (inline.kind !== 'link') return { kind: inline.kind, children }
    return { kind: 'link', to: fillLink(inline.to, fill), children }
  })
}

/** The value is one address: encoded, so that it can add neither a header nor a second recipient to the letter. */
function fillLink(to: string, fill: Fill): string {
  return to.replaceAll(mark, (all) => encodeURIComponent(fill(all)).replaceAll('%40', '@'))
}
