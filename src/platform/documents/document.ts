/** A letter or a list as it is printed: the same content makes a page, a PDF and plain text. */

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [term: string, value: string])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export interface Part {
  readonly heading: string
  readonly blocks: readonly Block[]
}

export interface PrintedDocument {
  readonly title: string
  readonly language: 'ro' | 'en'
  /** The date in words: "22 noiembrie 2026". */
  readonly day: string
  /** Who writes, a line each. */
  readonly from: readonly string[]
  /** Whom, by name; empty for what goes to nobody in particular. */
  readonly to: string
  readonly parts: readonly Part[]
}
