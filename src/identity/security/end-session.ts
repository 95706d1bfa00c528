import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields } from '../fields.ts'
import { endSessions, sessionIdOf } from '../sign-in/session.queries.ts'

/** Ends one session of the login that is signed in. */
export const endSession = writeOperation({
  name: 'session.end',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ sessionId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const ended = await trx
      .deleteFrom('login_session')
      .where('id', '=', input.sessionId)
      .where('login_id', '=', actor.loginId)
      .executeTakeFirst()
    if (ended.numDeletedRows === 0n) throw new NotFound('session')
    return {}
  },
})

/** Ends every other session of the login. */
export const endOtherSessions = writeOperation({
  name: 'session.end_others',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ cookie: browserFields.cookie }),
  output: z.object({}),
  async run({ trx, actor, input, tools, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    await endSessions(trx, actor.loginId, await sessionIdOf(trx, tools.signIn.sessionToken(input.cookie)))
    return {}
  },
})
