import { sql } from 'kysely'
import { z } from 'zod'
import { doAgain, endLine } from '../privacy/ledger/know-line.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import type { Tools } from '../privacy/operation/tools.ts'
import { type VoidedSignIn, voidedLetter } from './identity.letters.ts'
import { endTwoFactor, findTwoFactor } from './security/second-factor.queries.ts'
import { concernOf, type IdentityTrx, recipientOf } from './sign-in/login.queries.ts'

/** What of a line of the ledger outside is about how somebody signs in. Of each it names the login. */
export const loginEnds = ['password', 'second_factor', 'recovery_codes'] as const

const done = z.object({
  /** A password of then opens nothing any more: its owner sets a new one by a link to the address. */
  password: z.boolean(),
  /** An app of then is gone. */
  factor: z.boolean(),
  /** Recovery codes of then are void. */
  codes: z.boolean(),
})
type Done = z.output<typeof done>

/**
 * After a restore, before anything serves: a password that was changed since lets nobody in, an app that was turned off or
 * replaced since is gone, and recovery codes that were used or renewed since are void. Where a second factor was turned on or
 * replaced since, its secret is lost, so that the password falls too: it alone would be less than was asked for.
 * Who has to do something about it is told by letter.
 */
export const replayLoginEnd = writeOperation({
  name: 'login.replay_end',
  purpose: 'identity',
  who: { system: true },
  input: endLine.extend({
    what: z.enum(loginEnds),
    /** A later line says how it stood in the end: nothing is done but to know this one. */
    isOvertaken: z.boolean(),
  }),
  output: done,
  async run({ trx, input: { isOvertaken, ...line }, tools, concerning }) {
    const ended = await doAgain(trx, line, async () =>
      isOvertaken ? nothing : await ends[line.what](trx, line, tools),
    )
    if (ended.password || ended.factor || ended.codes) {
      const recipient = await recipientOf(trx, line.of)
      concerning(concernOf(recipient))
      const what: VoidedSignIn | null = ended.password ? 'password' : ended.codes ? 'recovery_codes' : null
      if (recipient && what) {
        const words = voidedLetter(recipient.language, { name: recipient.name, what, origin: tools.signIn.origin })
        await tools.letters.post(trx, { ...recipient, kind: 'security_change', words })
      }
    }
    return ended
  },
})

type EndLine = z.output<typeof endLine>

const nothing: Done = { password: false, factor: false, codes: false }

const ends: Readonly<
  Record<(typeof loginEnds)[number], (trx: IdentityTrx, line: EndLine, tools: Tools) => Promise<Done>>
> = {
  async password(trx, { of }) {
    return { ...nothing, password: await voidPassword(trx, of) }
  },
  async second_factor(trx, { of, roles }) {
    const factor = await endTwoFactor(trx, of)
    return { ...nothing, factor, password: roles !== null && (await voidPassword(trx, of)) }
  },
  async recovery_codes(trx, { of }, tools) {
    const app = await findTwoFactor(trx, of)
    if (!app?.verified) return nothing
    const none = await tools.signIn.seal('[]')
    await trx.updateTable('login_two_factor').set({ backup_codes: none }).where('id', '=', app.id).execute()
    return { ...nothing, codes: true }
  },
}

async function voidPassword(trx: IdentityTrx, loginId: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('login_credential')
    .set({ password: null, updated_at: sql<Date>`now()` })
    .where('login_id', '=', loginId)
    .where('password', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
