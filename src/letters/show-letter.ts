import { z } from 'zod'
import { NotFound } from '../privacy/operation/errors.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { findLetter } from './letter.queries.ts'
import { letterStates } from './letter-state.ts'

/** One captured letter with its words. Owners only: letters hold links that open accounts. */
export const showLetter = readOperation({
  name: 'letters.show',
  purpose: 'identity',
  who: { staff: ['owner'] },
  input: z.strictObject({ letterId: z.uuid(), accountId: z.uuid().nullable() }),
  output: z.object({
    kind: z.string(),
    language: z.enum(['ro', 'en']),
    status: z.enum(letterStates),
    at: z.date(),
    to: z.string(),
    words: z.object({
      subject: z.string(),
      lines: z.array(z.string()),
      action: z.object({ label: z.string(), url: z.string() }).optional(),
      after: z.array(z.string()).optional(),
    }),
  }),
  async run({ db, input, tools, concerning }) {
    const row = await findLetter(db, input.letterId, input.accountId)
    if (!row?.sealed) throw new NotFound('letter')
    concerning({ accountId: input.accountId, personIds: row.person_id ? [row.person_id] : [] })
    const { to, words } = await tools.letters.open({ ...row, sealed: row.sealed })
    const { lines, after, ...rest } = words
    return {
      kind: row.kind,
      language: row.language,
      status: row.status,
      at: row.created_at,
      to,
      words: { ...rest, lines: [...lines], ...(after ? { after: [...after] } : {}) },
    }
  },
})
