import { type DepositKind, type Secret, secretOf } from './deposit-kinds.ts'
import { bindFacts, openWith, readPublicKey, sealTo } from './hpke.ts'

/**
 * Everything a deposit is bound to. Whoever stores or relays it can change none of this: a deposit moved to another
 * account, request or item, given a later end or more views, does not open.
 */
export interface DepositPlace {
  readonly accountId: string
  readonly requestId: string
  readonly itemId: string
  readonly depositId: string
  readonly kind: DepositKind
  /** 1 for the first deposit of an item, one more for each that replaces it. */
  readonly version: number
  /** Milliseconds since 1970, UTC. */
  readonly expiresAt: number
  /** How often it may be shown in all. */
  readonly views: number
}

const USE = 'zavor/deposit/1'
// Only the holder of a live lease is ever shown a deposit; the text is bound, so another rule is another use.
const WHO = 'lease-holder'
const BLOCK = 512

/** Seals a secret to the broker's public key. Runs in the client's browser, before anything leaves it. */
export function sealForBroker(brokerKey: string, place: DepositPlace, secret: Secret): Promise<string> {
  const text = JSON.stringify(secretOf(place.kind, secret))
  const bytes = new TextEncoder().encode(text)
  // Padded with spaces (which JSON ignores), so that the length does not tell how long a password is.
  const padded = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK).fill(0x20)
  padded.set(bytes)
  return sealTo(readPublicKey(brokerKey), USE, associated(place), padded)
}

/** Opens a deposit at its place. Only the broker has the key pair. */
export async function openDeposit(pair: CryptoKeyPair, place: DepositPlace, sealed: string): Promise<Secret> {
  const bytes = await openWith(pair, USE, associated(place), sealed)
  return secretOf(place.kind, JSON.parse(new TextDecoder().decode(bytes)))
}

function associated(place: DepositPlace): Uint8Array {
  const { accountId, requestId, itemId, depositId, kind, version, expiresAt, views } = place
  return bindFacts(accountId, requestId, itemId, depositId, kind, version, expiresAt, views, WHO)
}
