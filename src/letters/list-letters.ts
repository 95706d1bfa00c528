import { z } from 'zod'
import { readOperation } from '../privacy/operation/operation.ts'
import { newestLetters } from './letter.queries.ts'
import { letterStates } from './letter-state.ts'

const pageSize = 30

/**
 * The captured mailbox, newest first. Owners only: letters hold links that open accounts. A letter that a mail server
 * took shows no words, as they are gone.
 */
export const listLetters = readOperation({
  name: 'letters.list',
  purpose: 'identity',
  who: { staff: ['owner'] },
  input: z.strictObject({ before: z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).optional() }),
  output: z.object({
    letters: z.array(
      z.object({
        id: z.string(),
        accountId: z.string().nullable(),
        kind: z.string(),
        status: z.enum(letterStates),
        at: z.date(),
        to: z.string().nullable(),
        subject: z.string().nullable(),
      }),
    ),
    next: z.object({ at: z.string(), id: z.string() }).nullable(),
    /** Whether letters leave at all. */
    hasServer: z.boolean(),
  }),
  async run({ db, input, tools, concerning }) {
    const before = input.before ? { at: new Date(input.before.at), id: input.before.id } : null
    const rows = await newestLetters(db, before, pageSize + 1)
    const shown = rows.slice(0, pageSize)
    concerning({ personIds: shown.flatMap((row) => (row.person_id ? [row.person_id] : [])) })
    const letters = await Promise.all(
      shown.map(async (row) => {
        const opened = row.sealed ? await tools.letters.open({ ...row, sealed: row.sealed }).catch(() => null) : null
        return {
          id: row.id,
          accountId: row.account_id ?? null,
          kind: row.kind,
          status: row.status,
          at: row.created_at,
          to: opened?.to ?? null,
          subject: opened?.words.subject ?? null,
        }
      }),
    )
    const last = shown.at(-1)
    const next = rows.length > pageSize && last ? { at: last.created_at.toISOString(), id: last.id } : null
    return { letters, next, hasServer: tools.letters.hasServer }
  },
})
