import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { m } from '../platform/language/words.ts'
import { civilDayOf } from '../privacy/clock/civil-day.ts'
import type { PurposeTrx } from '../privacy/map/types.ts'
import { Conflict } from '../privacy/operation/errors.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { announceTerms } from './announce-terms.ts'
import { type CurrentTerms, currentTerms } from './terms.facade.ts'
import { firstTerms, hashOfTerms } from './terms.rules.ts'

const text = z
  .string({ error: () => m.terms_expect_text() })
  .transform((words) => words.replaceAll('\r\n', '\n').trim())
  .refine((words) => words.length >= 100 && words.length <= 50_000, { error: () => m.terms_expect_text() })

/** Publishes a version that never changes. Each client is asked to accept it; until then nothing is kept from anybody. */
export const publishTerms = writeOperation({
  name: 'terms.publish',
  purpose: 'legal',
  http: 'POST /terms/versions',
  says: 'Publish a version of the terms, for good; clients are asked to accept it',
  who: { staff: ['owner'], fresh: true },
  input: z.strictObject({
    textRo: text,
    textEn: text,
    /** The number of the version that was looked at: who publishes meanwhile comes first. */
    after: z.int().min(0),
  }),
  output: z.object({ number: z.int(), version: z.string() }),
  async run({ trx, actor, input, now, enqueue }) {
    await lockTerms(trx)
    const latest = await currentTerms(trx)
    if ((latest?.number ?? 0) !== input.after) throw new Conflict('changed_meanwhile', m.terms_changed_meanwhile())
    const hash = hashOfTerms(input.textRo, input.textEn)
    if (latest?.hash === hash) throw new Conflict('nothing_changed', m.terms_nothing_changed())
    const added = await insertTerms(trx, latest, { ro: input.textRo, en: input.textEn, now, staffId: actor.staffId })
    await enqueue(announceTerms, { versionId: added.id, after: null }, { key: added.id })
    return { number: added.number, version: added.version }
  },
})

/** A job: publishes what the desk starts with, where nothing is published; later runs do nothing. */
export const publishFirstTerms = writeOperation({
  name: 'terms.publish_first',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ isNew: z.boolean() }),
  async run({ trx, now }) {
    await lockTerms(trx)
    const provider = await trx.selectFrom('provider').select('name').executeTakeFirst()
    if (!provider || (await currentTerms(trx))) return { isNew: false }
    const [ro, en] = [firstTerms('ro', provider.name), firstTerms('en', provider.name)]
    await insertTerms(trx, undefined, { ro, en, now, staffId: null })
    return { isNew: true }
  },
})

async function lockTerms(trx: PurposeTrx<'legal'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('zavor terms version'))`.execute(trx)
}

async function insertTerms(
  trx: PurposeTrx<'legal'>,
  latest: CurrentTerms | undefined,
  given: { ro: string; en: string; now: Date; staffId: string | null },
) {
  const number = (latest?.number ?? 0) + 1
  const id = newId()
  const month = civilDayOf(given.now).slice(0, 7)
  const version = latest ? `${month}.${number}` : month
  await trx
    .insertInto('terms_version')
    .values({
      id,
      number,
      version,
      text_ro: given.ro,
      text_en: given.en,
      hash: hashOfTerms(given.ro, given.en),
      published_at: given.now,
      by_staff: given.staffId,
    })
    .execute()
  return { id, number, version }
}
