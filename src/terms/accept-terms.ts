import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { m } from '../platform/language/words.ts'
import { Invalid } from '../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'
import { currentTerms } from './terms.facade.ts'

const version = z.object({
  id: z.string(),
  number: z.int(),
  version: z.string(),
  hash: z.string(),
  publishedAt: z.date(),
})

/** The version in force, and whether this client accepted it. Nothing waits for it: the account works either way. */
export const pendingTerms = readOperation({
  name: 'terms.pending',
  purpose: 'identity',
  http: 'GET /terms/pending',
  says: 'The terms in force, and whether your company accepted them',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    current: version.nullable(),
    text: z.string(),
    acceptedAt: z.date().nullable(),
    mayAccept: z.boolean(),
  }),
  async run({ db, actor, caller, concerning }) {
    const { accountId } = actor
    concerning({ accountId, personIds: [actor.personId] })
    const current = await currentTerms(db)
    if (!current) return { current: null, text: '', acceptedAt: null, mayAccept: false }
    const accepted = await db
      .selectFrom('terms_acceptance')
      .select('accepted_at')
      .where('account_id', '=', accountId)
      .where('version_id', '=', current.id)
      .orderBy('accepted_at')
      .limit(1)
      .executeTakeFirst()
    const { id, number, version, hash, published_at } = current
    return {
      current: { id, number, version, hash, publishedAt: published_at },
      text: caller.locale === 'en' ? current.text_en : current.text_ro,
      acceptedAt: accepted?.accepted_at ?? null,
      mayAccept: !accepted && actor.roles.includes('owner'),
    }
  },
})

/** An owner accepts the version that they read, for the company. */
export const acceptTerms = writeOperation({
  name: 'terms.accept',
  purpose: 'identity',
  http: 'POST /terms/acceptance',
  says: 'Accept the terms in force for your company',
  who: { member: ['owner'] },
  input: z.strictObject({ hash: z.string().max(64) }),
  output: z.object({}),
  async run({ trx, actor, caller, input, now, concerning }) {
    const { accountId, personId } = actor
    concerning({ accountId, personIds: [personId] })
    const current = await currentTerms(trx)
    if (!current || input.hash !== current.hash) throw new Invalid({ hash: m.terms_expect_read() })
    await trx
      .insertInto('terms_acceptance')
      .values({
        account_id: accountId,
        id: newId(),
        person_id: personId,
        version: current.version,
        version_id: current.id,
        language: caller.locale ?? 'ro',
        accepted_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'version_id', 'person_id']).where('version_id', 'is not', null).doNothing(),
      )
      .execute()
    return {}
  },
})
