import { z } from 'zod'
import { noticeField, readNotice, recordNotice } from '../../privacy/notice/record-notice.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { kindField, purposeField, wordsField } from './fields.ts'
import { handleRequest } from './handle-request.ts'
import { openRequest, refusePurposeFault } from './open-request.ts'
import { personsOfLogin } from './persons.queries.ts'
import { requestNotice } from './request-notices.ts'

/** A request about one's own data by who has signed in: the fresh sign-in shows who asks, nothing else is needed. */
export const makeRequest = writeOperation({
  name: 'request.make',
  purpose: 'rights',
  http: 'POST /privacy/requests',
  says: 'Make a request about your data: access, restriction, objection, portability and the others of Articles 15 to 22',
  who: { member: 'any', fresh: true },
  input: z.strictObject({
    kind: kindField,
    purpose: purposeField.optional(),
    words: wordsField.optional(),
    /** The hash of the notice that stood beside the fields, as the form carries it. */
    notice: noticeField,
  }),
  output: z.object({ caseId: z.uuid(), state: z.enum(['answered', 'waits']) }),
  async run({ trx, actor, caller, input, tools, now, concerning }) {
    refusePurposeFault(input.kind, input.purpose)
    const language = caller.locale ?? 'ro'
    const served = readNotice(input.notice, requestNotice(language))
    const persons = await personsOfLogin(trx, actor)
    const own = persons.find((one) => one.accountId === actor.accountId && one.personId === actor.personId)
    if (!own) throw new NotFound('person')
    const running = { trx, tools, now, actor, concerning }
    const all = [own, ...persons.filter((one) => one !== own)] as const
    const { caseId, isNew } = await openRequest(running, {
      kind: input.kind,
      purpose: input.purpose ?? null,
      words: input.words ?? '',
      persons: all,
      route: 'web',
      language: caller.locale ?? own.language,
      receivedAt: now,
      identity: 'session',
    })
    if (served && isNew) {
      const notice = { form: 'request', text: served, language, path: '/desk/privacy/requests/new' } as const
      await recordNotice(trx, own, notice)
    }
    return { caseId, state: isNew ? await handleRequest(running, caseId, all) : 'waits' }
  },
})
