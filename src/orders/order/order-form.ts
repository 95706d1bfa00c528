import type { Kysely } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import type { For } from '../../privacy/map/types.ts'
import { notice, noticeOf } from '../../privacy/notice/notice-of.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { selectService } from '../service/service.queries.ts'
import { answerKinds } from '../service/service.terms.ts'
import { serviceView, stateOf, viewOf } from '../service/service.view.ts'
import { memberMayOrder } from './order.rules.ts'
import { orderAnswerData } from './order-answer.data.ts'

/** What an order form needs: the service as it is now, why each kind of answer is asked (P7, P14), an id for the placement. */
export const orderForm = readOperation({
  name: 'order.form',
  says: 'The form of a service: what is asked, why, and a fresh placementId.',
  purpose: 'orders',
  http: 'GET /services/{service}/form',
  who: { member: 'any' },
  input: z.strictObject({ service: z.string().min(1).max(80) }),
  output: z.object({
    service: serviceView,
    placementId: z.uuid(),
    notices: z.record(z.enum(answerKinds), notice),
    /** What is known already, to be checked rather than typed again. */
    known: z.object({ authorised_email: z.string(), billing_address: z.string() }),
    /** A person who only sees bills may read the form and not send it. */
    mayOrder: z.boolean(),
  }),
  async run({ db, actor, caller, input }) {
    const row = await selectService(db, input.service)
    if (!row || stateOf(row) !== 'published') throw new NotFound('service')
    const known = await knownOf(db, actor)
    const asking = { purpose: 'orders', locale: caller.locale ?? 'ro', promise: 14 } as const
    return {
      service: viewOf(row),
      placementId: newId(),
      known,
      notices: {
        authorised_email: noticeOf(orderAnswerData, 'authorised_email', asking),
        billing_address: noticeOf(orderAnswerData, 'billing_address', asking),
        chat_account: noticeOf(orderAnswerData, 'chat_account', asking),
        server_detail: noticeOf(orderAnswerData, 'server_detail', asking),
        support_detail: noticeOf(orderAnswerData, 'support_detail', asking),
      },
      mayOrder: actor.roles.some((role) => (memberMayOrder as readonly string[]).includes(role)),
    }
  },
})

async function knownOf(db: Kysely<For<'orders'>>, { accountId, personId }: MemberActor) {
  const person = await db
    .selectFrom('person')
    .select('email')
    .where('account_id', '=', accountId)
    .where('id', '=', personId)
    .executeTakeFirst()
  const company = await db
    .selectFrom('account')
    .select(['name', 'vat_number', 'address', 'postal_code', 'city'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  const place = [company?.postal_code, company?.city].filter(Boolean).join(' ')
  const lines = [company?.name, company?.vat_number, company?.address, place]
  return { authorised_email: person?.email ?? '', billing_address: lines.filter(Boolean).join(', ') }
}
