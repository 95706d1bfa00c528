/**
 * The prose of the policy as data. Only these kinds of text exist: what Markdown could hold besides (markup, images,
 * scripts) is refused when it is read, so a page that renders blocks cannot be made to hold anything else.
 */
import type { PromiseId } from '../promises/promise.ts'

export type Language = 'ro' | 'en'

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly children: readonly Inline[] }

/** Tables come from the machine half of the policy, by name. */
export const tableNames = ['purposes', 'retention', 'holds', 'recipients', 'transfers', 'cookies'] as const
export type TableName = (typeof tableNames)[number]

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly table: TableName }

export interface Clause {
  readonly promise: PromiseId
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Section {
  readonly title: string
  readonly clauses: readonly Clause[]
}

export interface Prose {
  readonly language: Language
  readonly title: string
  readonly intro: readonly Block[]
  readonly sections: readonly Section[]
}

export function clausesOf(prose: Prose): readonly Clause[] {
  return prose.sections.flatMap((section) => section.clauses)
}
