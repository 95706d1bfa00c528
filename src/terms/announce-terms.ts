import { sql } from 'kysely'
import { z } from 'zod'
import { letterAddressesOf } from '../identity/identity.facade.ts'
import { m } from '../platform/language/words.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { currentTerms } from './terms.facade.ts'

const batch = 500

/** A job: has the owners of each client told of the newest version, some clients at a time. Run again, it tells nobody twice. */
export const announceTerms = writeOperation({
  name: 'terms.announce',
  purpose: 'identity',
  who: { system: true },
  input: z.strictObject({ versionId: z.uuid(), after: z.uuid().nullable() }),
  output: z.object({ asked: z.int() }),
  async run({ trx, input: { versionId, after }, enqueue }) {
    const clients = await trx
      .selectFrom('account as a')
      .select('a.id')
      .where('a.kind', '=', 'client')
      .where('a.erased_at', 'is', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('terms_notice as n')
              .select('n.account_id')
              .whereRef('n.account_id', '=', 'a.id')
              .where('n.version_id', '=', versionId),
          ),
        ),
      )
      .$if(after !== null, (query) => query.where(sql<boolean>`a.id > ${after}::uuid`))
      .orderBy('a.id')
      .limit(batch)
      .execute()
    for (const { id } of clients) await enqueue(tellTerms, { versionId, accountId: id }, { key: `${versionId} ${id}` })
    const last = clients.at(-1)
    if (last && clients.length === batch)
      await enqueue(announceTerms, { versionId, after: last.id }, { key: `${versionId} after ${last.id}` })
    return { asked: clients.length }
  },
})

/** A job: tells the owners of one client, once. */
export const tellTerms = writeOperation({
  name: 'terms.tell',
  purpose: 'identity',
  who: { system: true },
  input: z.strictObject({ versionId: z.uuid(), accountId: z.uuid() }),
  output: z.object({ told: z.int() }),
  async run({ trx, input: { versionId, accountId }, tools, now, concerning }) {
    const current = await currentTerms(trx)
    if (current?.id !== versionId) return { told: 0 }
    const added = await trx
      .insertInto('terms_notice')
      .values({ account_id: accountId, version_id: versionId, told_at: now })
      .onConflict((conflict) => conflict.columns(['account_id', 'version_id']).doNothing())
      .executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) return { told: 0 }
    const owners = await letterAddressesOf(trx, accountId, ['owner'])
    concerning({ accountId, personIds: owners.map((one) => one.personId) })
    for (const { personId, to, language } of owners) {
      const locale = { locale: language }
      const words = {
        subject: m.terms_letter_subject({}, locale),
        lines: [m.terms_letter({ version: current.version }, locale)],
        action: { label: m.terms_letter_action({}, locale), url: `${tools.signIn.origin}/desk/terms` },
        after: [m.terms_letter_after({}, locale)],
      }
      await tools.letters.post(trx, { accountId, personId, to, kind: 'terms', language, words })
    }
    return { told: owners.length }
  },
})
