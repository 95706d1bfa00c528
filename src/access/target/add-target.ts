import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { memberMayHandOver, staffMayUse } from '../access.rules.ts'
import { targetFacts, thingName } from '../access.shapes.ts'
import { saveTarget } from './save-target.ts'

/** Writes down a server, database or system, without any secret: what can then be asked for or handed over. */
export const addTarget = writeOperation({
  name: 'target.add',
  purpose: 'access',
  http: 'POST /targets',
  says: 'Write down a server, database or ticketing system',
  who: { member: memberMayHandOver, staff: staffMayUse },
  input: z.strictObject({ accountId: z.uuid().optional(), name: thingName, facts: targetFacts }),
  output: z.object({ targetId: z.string() }),
  async run({ trx, actor, input, concerning }) {
    const member = actor.kind === 'member'
    const accountId = member ? actor.accountId : input.accountId
    if (!accountId) throw new Invalid({ accountId: m.access_expect_client() })
    const account = await trx.selectFrom('account').select('closed_at').where('id', '=', accountId).executeTakeFirst()
    if (!account || account.closed_at) throw new NotFound('account')
    concerning({ accountId, personIds: member ? [actor.personId] : [] })
    const by = member ? { personId: actor.personId } : { staffId: actor.staffId }
    const targetId = await saveTarget(trx, { accountId, by }, { target_id: null, name: input.name }, input.facts)
    return { targetId }
  },
})
