import { z } from 'zod'
import { NotFound } from '../privacy/operation/errors.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { currentTerms } from './terms.facade.ts'
import { firstTerms } from './terms.rules.ts'

const facts = z.object({ number: z.int(), version: z.string(), hash: z.string(), publishedAt: z.date() })

/** The terms in force, or one version by its number, with all versions that there were. */
export const showTerms = readOperation({
  name: 'terms.show',
  purpose: 'legal',
  http: 'GET /terms/{language}',
  says: 'The terms in force, or one version by its number, with the list of all versions',
  who: { visitor: true },
  input: z.strictObject({
    language: z.enum(['ro', 'en']),
    number: z.coerce.number().int().min(1).max(100_000).optional(),
  }),
  output: z.object({
    text: z.string(),
    /** Null: nothing was published yet, and the text is what the desk starts with. */
    shown: facts.nullable(),
    isCurrent: z.boolean(),
    versions: z.array(facts),
  }),
  async run({ db, input: { language, number } }) {
    const rows = await db
      .selectFrom('terms_version')
      .select(['number', 'version', 'hash', 'published_at'])
      .orderBy('number', 'desc')
      .execute()
    const versions = rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at }))
    const current = await currentTerms(db)
    if (!current && number === undefined) {
      const provider = await db.selectFrom('provider').select('name').executeTakeFirst()
      return { text: firstTerms(language, provider?.name ?? 'Zavor'), shown: null, isCurrent: true, versions }
    }
    const wanted = number ?? current?.number ?? 0
    const row = await db
      .selectFrom('terms_version')
      .select(['number', 'version', 'hash', 'published_at', 'text_ro', 'text_en'])
      .where('number', '=', wanted)
      .executeTakeFirst()
    if (!row) throw new NotFound('terms_version')
    return {
      text: language === 'ro' ? row.text_ro : row.text_en,
      shown: { number: row.number, version: row.version, hash: row.hash, publishedAt: row.published_at },
      isCurrent: row.number === current?.number,
      versions,
    }
  },
})
