/** The text of the terms in parts: paragraphs, and headings that begin with "## ". Pure, also for browsers. */
export interface TermsBlock {
  readonly kind: 'heading' | 'paragraph'
  readonly words: string
}

export function blocksOf(text: string): TermsBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) =>
      block.startsWith('## ') ? { kind: 'heading', words: block.slice(3).trim() } : { kind: 'paragraph', words: block },
    )
}
