import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields, keyName } from '../fields.ts'
import { announce } from '../sign-in/announce.ts'

/** What the device is asked to make a passkey for the login that is signed in. */
export const askNewPasskey = writeOperation({
  name: 'passkey.question',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true, firstFactor: true },
  input: z.strictObject(browserFields),
  output: z.object({ question: z.unknown(), cookies: z.array(z.string()) }),
  async run({ actor, input, tools, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    return await tools.signIn.newPasskeyQuestion(input)
  },
})

/** Keeps a new passkey's public half. */
export const addPasskey = writeOperation({
  name: 'passkey.add',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true, firstFactor: true },
  input: z.strictObject({ answer: z.record(z.string(), z.unknown()), name: keyName, ...browserFields }),
  output: z.object({}),
  async run({ trx, actor, input, tools, concerning, now }) {
    if (!(await tools.signIn.addPasskey(input))) throw new Invalid({ answer: m.identity_passkey_refused() })
    await announce({ trx, tools, concerning, now, loginId: actor.loginId, change: 'passkey_added' })
    return {}
  },
})
