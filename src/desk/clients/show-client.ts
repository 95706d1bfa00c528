import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { findClient, peopleOf } from './clients.queries.ts'
import { client } from './list-clients.ts'

const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
  language: z.enum(['ro', 'en']),
  /** Null: wrote in without an account. */
  roles: z.array(z.string()).nullable(),
})

/** A client and its people. */
export const showClient = readOperation({
  name: 'client.show',
  purpose: 'support',
  http: 'GET /clients/{accountId}',
  says: 'A client: what it is called, since when, and its people.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({ accountId: z.uuid() }),
  output: z.object({ client, people: z.array(person) }),
  async run({ db, input, concerning }) {
    const row = await findClient(db, input.accountId)
    if (!row) throw new NotFound('account')
    const people = await peopleOf(db, input.accountId)
    concerning({ accountId: row.id, personIds: people.map(({ id }) => id) })
    const { created_at, closed_at, ...facts } = row
    return {
      client: { ...facts, createdAt: created_at, closedAt: closed_at },
      people: people.map(({ job_title, ...one }) => ({ ...one, jobTitle: job_title })),
    }
  },
})
