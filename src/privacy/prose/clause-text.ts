import type { Block, Clause, Inline } from './block.ts'

/** A clause as plain text: its title and its words, a line for each paragraph, item and table. */
export function clauseText(clause: Clause): string {
  return [clause.title, ...clause.blocks.flatMap(linesOf)].join('\n')
}

function linesOf(block: Block): string[] {
  if (block.kind === 'table') return [`{{table.${block.table}}}`]
  if (block.kind === 'paragraph') return [inlineText(block.children)]
  return block.items.map(inlineText)
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : inlineText(inline.children))).join('')
}
