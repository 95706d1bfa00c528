import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { revealedLetter } from './access.letters.ts'
import { approversOf } from './approvers.ts'

/** A job that the broker's own transaction asks for: tells a client's people that a secret of theirs was shown. */
export const tellReveal = writeOperation({
  name: 'reveal.tell',
  purpose: 'access',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), revealId: z.uuid() }),
  output: z.object({ letters: z.number() }),
  async run({ trx, input, tools, concerning }) {
    const { accountId, revealId } = input
    const use = await trx
      .selectFrom('reveal as v')
      .innerJoin('lease as l', (join) =>
        join.onRef('l.account_id', '=', 'v.account_id').onRef('l.id', '=', 'v.lease_id'),
      )
      .innerJoin('target as t', (join) =>
        join.onRef('t.account_id', '=', 'v.account_id').onRef('t.id', '=', 'v.target_id'),
      )
      .innerJoin('staff as s', 's.id', 'v.staff_id')
      .select(['v.at', 's.name as by', 't.name as target', 'l.reason'])
      .where('v.account_id', '=', accountId)
      .where('v.id', '=', revealId)
      .executeTakeFirst()
    if (!use) return { letters: 0 }
    const people = await approversOf(trx, accountId)
    concerning({ accountId, personIds: people.map((person) => person.personId) })
    for (const { personId, name, email, language } of people) {
      const words = revealedLetter(language, { ...use, name, url: `${tools.signIn.origin}/desk/access/uses` })
      await tools.letters.post(trx, { accountId, personId, to: email, kind: 'secret_shown', language, words })
    }
    return { letters: people.length }
  },
})
