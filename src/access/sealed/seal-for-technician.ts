import type { Secret } from './deposit-kinds.ts'
import { bindFacts, openWith, readPublicKey, sealTo, suite, writePublicKey } from './hpke.ts'

/** What one showing is bound to: nobody else's, of nothing else, at no other time. */
export interface RevealPlace {
  readonly accountId: string
  readonly leaseId: string
  readonly depositId: string
  readonly revealId: string
}

/** A key pair for one showing. The private half cannot be exported and is forgotten with the page. */
export interface OneTimeKey {
  readonly publicKey: string
  open(place: RevealPlace, sealed: string): Promise<Secret>
}

const USE = 'zavor/reveal/1'

/** Makes a key pair for one showing, in the technician's browser. */
export async function oneTimeKey(): Promise<OneTimeKey> {
  const made = await suite.kem.generateKeyPair()
  const bytes = new Uint8Array(await suite.kem.serializePublicKey(made.publicKey))
  const id = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return {
    publicKey: writePublicKey({ id, bytes }),
    async open(place, sealed) {
      return JSON.parse(new TextDecoder().decode(await openWith(made, USE, associated(place), sealed)))
    },
  }
}

/** Seals a secret for one showing, in the broker. */
export function sealForTechnician(publicKey: string, place: RevealPlace, secret: Secret): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(secret))
  return sealTo(readPublicKey(publicKey), USE, associated(place), bytes)
}

function associated(place: RevealPlace): Uint8Array {
  return bindFacts(place.accountId, place.leaseId, place.depositId, place.revealId)
}
