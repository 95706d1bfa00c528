import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'

const most = 50

/** What is on record about a visitor's choices, for whoever holds the number: the browser that agreed. Newest first. */
export const listOwnChoices = readOperation({
  name: 'visitor.choices',
  purpose: 'self',
  http: 'GET /visitor-choices/{visitorId}',
  says: 'What a visitor chose about optional cookies, by the random number that the browser holds, newest first.',
  who: { visitor: true },
  input: z.strictObject({ visitorId: z.uuid() }),
  output: z.object({
    choices: z.array(
      z.object({
        purpose: z.string(),
        decision: z.enum(['given', 'refused', 'withdrawn']),
        method: z.enum(['accept', 'reject', 'save', 'gpc', 'dnt', 'withdraw']),
        /** Of the exact text; `notice.text` answers it. Null where the browser answered by itself. */
        textHash: z.string().nullable(),
        textVersion: z.string(),
        textLanguage: z.enum(['ro', 'en']).nullable(),
        surface: z.string(),
        path: z.string(),
        at: z.date(),
      }),
    ),
  }),
  async run({ db, input }) {
    const choices = await db
      .selectFrom('visitor_choice')
      .select(['purpose', 'decision', 'method', 'surface', 'path', 'at'])
      .select(['text_hash as textHash', 'text_version as textVersion', 'text_language as textLanguage'])
      .where('visitor_id', '=', input.visitorId)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return { choices }
  },
})
