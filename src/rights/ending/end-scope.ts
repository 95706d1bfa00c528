/** Ends an account or one person of it: everything that the database can do, in the transaction of the caller. */
import { createHash, randomBytes } from 'node:crypto'
import { destroySecretsOf } from '../../access/access.facade.ts'
import { newId } from '../../platform/database/id.ts'
import { dropJobs, type ErasureScope, eraseRows, forgetLogin } from '../../privacy/erasure/erase.ts'
import '../../privacy/erasure/erasure-tools.ts'
import { actorKind } from '../../privacy/limits/set-limit.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import { actorId } from '../../privacy/operation/actor.ts'
import type { Running } from '../request/running.ts'
import { closeRequests } from './close-requests.ts'
import { type EndingPerson, livingPeople } from './ending.queries.ts'
import { addErasure, type FullErasureRow } from './erasure.queries.ts'
import { addNotice } from './notice.ts'
import { namesFor, type Telling } from './told-of-end.ts'

export interface Ended {
  readonly erasureId: string
  /** Opens the receipt. Kept nowhere: whoever loses it asks again. */
  readonly receiptToken: string
  readonly persons: readonly string[]
  /** The ledger's entry, as it stands. */
  readonly entry: FullErasureRow
}

type Trx = PurposeTrx<'rights'>

interface HowToEnd {
  /** People who showed otherwise than by signing in that their address is theirs. */
  readonly proven?: ReadonlySet<string>
  /** The number of an erasure that is done once more after a restore; whoever it was about has their receipt. */
  readonly again?: string
  /** Noted before: afterwards nobody knows who received what. Left out where nobody has to be told. */
  readonly telling?: Telling
}

/** The account or the person must be locked and living. Files, the outside ledger and the letters follow by a job. */
export async function endScope(
  running: Running,
  scope: ErasureScope,
  { proven = new Set(), again, telling }: HowToEnd = {},
): Promise<Ended> {
  const { trx, tools, actor } = running
  const people = await livingPeople(trx, scope.accountId, scope.personId)
  const logins = [...new Set(people.flatMap((person) => person.login_id ?? []))]
  const ids = people.map(({ id }) => id)
  if (ids.length > 0) await closeRequests(running, scope.accountId, ids)
  const secrets = scope.personId === null ? await destroySecretsOf(trx, scope.accountId) : 0
  const { done, kept } = await eraseRows(trx, tools.maps, scope)
  await dropJobs(trx, [...(scope.personId === null ? [scope.accountId] : []), ...ids, ...logins])
  await leaveSessions(trx, logins, scope.accountId)
  for (const login of logins) await forgetLogin(trx, login)
  const erasureId = again ?? newId()
  const receiptToken = randomBytes(32).toString('base64url')
  const entry = await addErasure(trx, {
    account_id: scope.accountId,
    id: erasureId,
    person_id: scope.personId,
    persons: ids,
    by_kind: actorKind(actor),
    by_id: actorId(actor),
    counts: done,
    kept,
    secrets,
    receipt_hash: receiptHash(receiptToken),
    case_id: telling?.caseId ?? null,
  })
  for (const person of again ? [] : people.filter((one) => reachable(one, proven))) {
    await addNotice(trx, tools, {
      accountId: scope.accountId,
      erasureId,
      to: person.email,
      language: person.language,
      receiptToken,
      recipients: telling ? namesFor(telling.disclosed, person.id) : [],
    })
  }
  return { erasureId, receiptToken, persons: ids, entry }
}

export function receiptHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Those who sign in here, or gave a code, proved their address. A client's own customers are told by the client, whose data it is. */
function reachable(person: EndingPerson, proven: ReadonlySet<string>): person is EndingPerson & { email: string } {
  return person.email !== null && (person.login_id !== null || proven.has(person.id))
}

/** A login that serves other accounts too stays signed in, but no longer to this one. */
async function leaveSessions(trx: Trx, logins: readonly string[], accountId: string): Promise<void> {
  if (logins.length === 0) return
  await trx
    .updateTable('login_session')
    .set({ chosen_account_id: null })
    .where('login_id', 'in', logins)
    .where('chosen_account_id', '=', accountId)
    .execute()
}
