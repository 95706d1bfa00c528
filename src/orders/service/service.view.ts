/** A service as operations answer it. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import type { For } from '../../privacy/map/types.ts'
import { type ServiceTerms, serviceTerms } from './service.terms.ts'

export const serviceStates = ['draft', 'published', 'retired'] as const

export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: () => m.orders_expect_slug() })

export const serviceView = serviceTerms.safeExtend({
  id: z.uuid(),
  slug,
  /** Counts the saves; an order names the revision that its client saw. */
  revision: z.int(),
  state: z.enum(serviceStates),
})
export type ServiceView = z.output<typeof serviceView>

export type ServiceRow = Selectable<For<'orders'>['service']>

export function termsOf(row: ServiceRow): ServiceTerms {
  return {
    name: { ro: row.name_ro, en: row.name_en },
    summary: { ro: row.summary_ro, en: row.summary_en },
    description: { ro: row.description_ro, en: row.description_en },
    delivers: { ro: row.delivers_ro, en: row.delivers_en },
    price: { minor: row.price_minor, currency: row.currency, unit: row.unit },
    fields: [...row.asks.fields],
    access: [...row.asks.access],
  }
}

export function stateOf(row: Pick<ServiceRow, 'published_at' | 'retired_at'>): ServiceView['state'] {
  if (row.retired_at) return 'retired'
  return row.published_at ? 'published' : 'draft'
}

export function viewOf(row: ServiceRow): ServiceView {
  return { id: row.id, slug: row.slug, revision: row.revision, state: stateOf(row), ...termsOf(row) }
}

/** The columns of the terms, the other way round. */
export function columnsOf(terms: ServiceTerms) {
  return {
    name_ro: terms.name.ro,
    name_en: terms.name.en,
    summary_ro: terms.summary.ro,
    summary_en: terms.summary.en,
    description_ro: terms.description.ro,
    description_en: terms.description.en,
    delivers_ro: terms.delivers.ro,
    delivers_en: terms.delivers.en,
    price_minor: terms.price.minor,
    currency: terms.price.currency,
    unit: terms.price.unit,
    asks: { fields: terms.fields, access: terms.access },
  }
}
