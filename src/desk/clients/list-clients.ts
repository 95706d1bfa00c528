import { z } from 'zod'
import { onePage, pageKey } from '../../platform/database/page-key.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { searchQuery } from '../search/search-query.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { newestClients, searchClients } from './clients.queries.ts'

const pageSize = 50

export const client = z.object({
  id: z.string(),
  kind: z.enum(['client', 'prospect']),
  name: z.string(),
  phone: z.string().nullable(),
  language: z.enum(['ro', 'en']),
  createdAt: z.date(),
  closedAt: z.date().nullable(),
})

/** Clients, newest first, or those that a search finds by company, person or address. */
export const listClients = readOperation({
  name: 'client.list',
  purpose: 'support',
  http: 'GET /clients',
  says: 'Clients, newest first; with `q` those whose company, people or addresses hold the words.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({
    kind: z.enum(['client', 'prospect']).default('client'),
    q: z.string().max(200).default(''),
    after: pageKey.optional(),
  }),
  output: z.object({ clients: z.array(client), next: z.string().nullable() }),
  async run({ db, input }) {
    const query = searchQuery(input.q)
    const rows =
      query === null
        ? await newestClients(db, input.kind, input.after, pageSize)
        : await searchClients(db, query, pageSize)
    const { page, next } = onePage(rows, pageSize, (row) => ({ at: row.created_at, id: row.id }))
    const clients = page.map(({ created_at, closed_at, ...row }) => ({
      ...row,
      createdAt: created_at,
      closedAt: closed_at,
    }))
    return { clients, next }
  },
})
