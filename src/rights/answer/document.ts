/** An answer to a request about data: what a letter, a page and a PDF are made from, word for word the same. */
import type { Block, PrintedDocument, Part as PrintedPart } from '../../platform/documents/document.ts'

export type { Block }

export interface Part extends PrintedPart {
  /** Holds values of the person's data: not sent by mail, shown to who has signed in or given a code. */
  readonly copy?: true
}

export interface AnswerDocument extends PrintedDocument {
  readonly parts: readonly Part[]
}

export const text = (words: string): Block => ({ kind: 'text', text: words })

/** The answer as plain paragraphs, for a mail. What holds values of the person's data is left out. */
export function paragraphs(document: AnswerDocument): string[] {
  return document.parts
    .filter((part) => !part.copy)
    .map((part) => [part.heading.toLocaleUpperCase(document.language), ...part.blocks.map(plain)].join('\n'))
}

/** Every word of a document, for checking what stands in it. */
export function wordsOf(document: AnswerDocument): string {
  const parts = document.parts.map((part) => [part.heading, ...part.blocks.map(plain)].join('\n'))
  return [document.title, ...document.from, document.to, ...parts].join('\n')
}

function plain(block: Block): string {
  if (block.kind === 'text') return block.text
  if (block.kind === 'list') return block.items.map((item) => `• ${item}`).join('\n')
  if (block.kind === 'facts') return block.rows.map(([term, value]) => `• ${term}: ${value}`).join('\n')
  return block.rows.map((row) => `• ${row.map((cell, at) => `${block.head[at]}: ${cell}`).join('; ')}`).join('\n')
}
