import { m } from '../../platform/language/words.ts'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import type { LeaseView } from '../lease/lease.view.ts'
import type { ItemView } from '../request/secret-request.view.ts'
import type { DepositKind } from '../sealed/deposit-kinds.ts'

type ItemStateName = ItemView['state']
type LeaseStateName = LeaseView['state']

const itemTones: Record<ItemStateName, Tone> = {
  asked: 'wait',
  given: 'done',
  refused: 'danger',
  withdrawn: 'plain',
  expired: 'plain',
}

/** What became of a thing asked for. */
export function ItemState({ state }: { state: ItemStateName }) {
  const words = {
    asked: m.access_item_asked,
    given: m.access_item_given,
    refused: m.access_item_refused,
    withdrawn: m.access_item_withdrawn,
    expired: m.access_item_expired,
  }[state]
  return <StateWord tone={itemTones[state]}>{words()}</StateWord>
}

const leaseTones: Record<LeaseStateName, Tone> = {
  asked: 'wait',
  approved: 'live',
  used_up: 'plain',
  expired: 'plain',
  denied: 'danger',
  ended: 'plain',
}

/** How a lease stands. */
export function LeaseState({ state }: { state: LeaseStateName }) {
  const words = {
    asked: m.access_lease_asked,
    approved: m.access_lease_approved,
    used_up: m.access_lease_used_up,
    expired: m.access_lease_expired,
    denied: m.access_lease_denied,
    ended: m.access_lease_ended,
  }[state]
  return <StateWord tone={leaseTones[state]}>{words()}</StateWord>
}

/** "Server login", "Database", "Ticketing system". */
export function kindWords(kind: DepositKind): string {
  return { server: m.access_kind_server, database: m.access_kind_database, ticketing: m.access_kind_ticketing }[kind]()
}
