import { z } from 'zod'
import { NotFound } from '../operation/errors.ts'
import { readOperation } from '../operation/operation.ts'

/** A text that people were shown, by the fingerprint that stands in their consents and notices. It is nobody's data. */
export const showNoticeText = readOperation({
  name: 'notice.text',
  purpose: 'legal',
  http: 'GET /notices/{hash}',
  says: 'The exact text that a consent or a notice names by its fingerprint.',
  who: { visitor: true },
  input: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: z.object({ words: z.string(), version: z.string(), language: z.enum(['ro', 'en']), firstShownAt: z.date() }),
  async run({ db, input }) {
    const row = await db
      .selectFrom('notice_text')
      .select(['words', 'version', 'language', 'first_shown_at as firstShownAt'])
      .where('hash', '=', input.hash)
      .executeTakeFirst()
    if (!row) throw new NotFound('notice')
    return row
  },
})
