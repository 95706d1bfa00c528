/** What was chosen on an order form, in the words that stood beside it: it is held by its name. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { ServiceTerms } from './service/service.terms.ts'

type Label = { readonly ro: string; readonly en: string }
type Answer = Readonly<Record<string, unknown>>

/**
 * The column and the words of each of these rows of order_answer that is a choice. Under a purpose that reads orders.
 * @param answers rows with at least order_id, field and the columns of the answers
 */
export async function choicesSaid(
  db: QueryExecutorProvider,
  answers: readonly Answer[],
): Promise<ReadonlyMap<Answer, { readonly column: string; readonly label: Label }>> {
  const ids = [...new Set(answers.map((answer) => answer.order_id))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; terms: ServiceTerms }>`
    select id, terms from "order" where id = any (${ids}::uuid[])`.execute(db)
  const terms = new Map(rows.map((row) => [row.id, row.terms]))
  return new Map(
    answers.flatMap((answer) => {
      const field = terms.get(String(answer.order_id))?.fields?.find(({ name }) => name === answer.field)
      const chosen = field?.choices?.find(({ name }) => name === answer[field.kind])
      return field && chosen ? [[answer, { column: field.kind, label: chosen.label }] as const] : []
    }),
  )
}
