/** The published policy as operations answer it: filled prose, tables, and how each clause is kept. */
import { z } from 'zod'
import { officerView } from '../../privacy/officer/officer.ts'
import { promiseView } from '../../privacy/promises/board.ts'
import type { Block, Inline } from '../../privacy/prose/block.ts'
import { tableNames } from '../../privacy/prose/block.ts'

const inline: z.ZodType<Inline, Inline> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.enum(['strong', 'emphasis']), children: z.array(inline) }),
    z.object({ kind: z.literal('link'), to: z.string(), children: z.array(inline) }),
  ]),
)

export const block: z.ZodType<Block, Block> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), children: z.array(inline) }),
  z.object({ kind: z.literal('list'), items: z.array(z.array(inline)) }),
  z.object({ kind: z.literal('table'), table: z.enum(tableNames) }),
])

export const rows = z.array(z.array(z.string()).readonly()).readonly()

export const policyView = z.object({
  version: z.string(),
  /** Since when it holds; null while nothing was published yet. */
  effectiveOn: z.string().nullable(),
  /** What was published for a later day. */
  coming: z.object({ number: z.int(), version: z.string(), effectiveOn: z.string() }).nullable(),
  title: z.string(),
  intro: z.array(block).readonly(),
  sections: z.array(
    z.object({
      title: z.string(),
      clauses: z.array(z.object({ title: z.string(), blocks: z.array(block).readonly(), kept: promiseView })),
    }),
  ),
  tables: z.record(z.enum(tableNames), rows),
  /** Who answers for it; the officer is null where none is named (Art. 13(1)(b)). */
  provider: z.object({ name: z.string(), privacyEmail: z.string(), officer: officerView.nullable() }),
})
export type PolicyView = z.output<typeof policyView>
