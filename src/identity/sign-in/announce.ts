import type { Tools } from '../../privacy/operation/tools.ts'
import { type SecurityChange, securityLetter } from '../identity.letters.ts'
import { concernOf, type IdentityTrx, recipientOf } from './login.queries.ts'

interface Announcement {
  readonly trx: IdentityTrx
  readonly tools: Tools
  readonly loginId: string
  readonly change: SecurityChange
  readonly now: Date
  concerning(concern: { accountId?: string; personIds?: string[] }): void
}

/** Tells a person by letter that something about their sign-in changed, so that a thief cannot change it in silence. */
export async function announce({ trx, tools, loginId, change, now, concerning }: Announcement): Promise<void> {
  const recipient = await recipientOf(trx, loginId)
  concerning(concernOf(recipient))
  if (!recipient) return
  const url = `${tools.signIn.origin}/security`
  const words = securityLetter(recipient.language, { name: recipient.name, change, at: now, url })
  await tools.letters.post(trx, { ...recipient, kind: 'security_change', words })
}
