import { type KeptForm, packKept } from '../../platform/http/kept-form.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { accountOfMark } from '../../platform/http/writer.ts'
import type { showSecurity } from '../security/show-security.ts'
import { browserFacts } from './sign-in-request.ts'

/** A form that this login opened in one of its places and sent in another. */
export interface Stray {
  /** Where it was opened: to act there again. Null when the login has no place there any more. */
  readonly from: { readonly accountId: string; readonly name: string | null } | null
  /** The account acted in now; null on the staff. */
  readonly now: string | null
  /** What was typed, for the same page here; null when the page is of the other desk, or nothing was typed. */
  readonly here: string | null
  readonly kept: KeptForm | null
}

/** An account's id is '' for the staff, as the switch takes it. */
export async function strayOf(
  { actor, call, person, writer }: Visit,
  request: Request,
  { to, wrote, kept }: { to: string; wrote: string; kept: KeptForm | null },
): Promise<Stray> {
  const { cookie = '' } = browserFacts(request)
  const { places, isStaff } = await call<typeof showSecurity>('security.show', { cookie })
  const accountId = accountOfMark(wrote)
  const place = places.find((one) => one.accountId === accountId)
  const onStaff = accountId === null && isStaff ? { accountId: '', name: null } : null
  const isHere = /^\/staff(\/|\?|$)/.test(to) === (actor.kind === 'staff')
  return {
    from: place ? { accountId: place.accountId, name: place.name } : onStaff,
    now: actor.kind === 'staff' ? null : (person?.accountName ?? ''),
    here: kept && writer && isHere ? packKept(kept, writer) : null,
    kept,
  }
}
