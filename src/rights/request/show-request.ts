import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { findCase } from './case.queries.ts'
import { caseOfPass } from './code.ts'
import { linkField } from './fields.ts'
import { personsOfCase } from './persons.queries.ts'
import { requestView, viewRequest } from './request-view.ts'

/** One of one's own requests: its clock, what happened, what was answered. */
export const showRequest = readOperation({
  name: 'request.show',
  purpose: 'rights',
  http: 'GET /privacy/requests/{caseId}',
  says: 'One of your requests: its deadline, what happened, what was answered',
  who: { member: 'any' },
  input: z.strictObject({ caseId: z.uuid() }),
  output: requestView,
  async run({ db, actor, input, concerning }) {
    const row = await findCase(db, input.caseId)
    const persons = row ? await personsOfCase(db, row.id) : []
    if (!row || !persons.some((one) => one.accountId === actor.accountId && one.personId === actor.personId))
      throw new NotFound('request')
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    return await viewRequest(db, row, actor.accountId)
  },
})

/** The same to who gave a code. */
export const openRequestByPass = readOperation({
  name: 'request.open',
  purpose: 'rights',
  who: { visitor: true },
  input: z.strictObject({ pass: linkField }),
  output: requestView,
  async run({ db, input, concerning }) {
    const row = await caseOfPass(db, input.pass)
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    return await viewRequest(db, row, row.account_id)
  },
})
