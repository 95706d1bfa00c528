import { derive } from '../../platform/keys/derive.ts'
import { currentRoot, type KeyRing } from '../../platform/keys/key-file.ts'
import { keyIdOf, SealedError, suite, writePublicKey } from './hpke.ts'

/** The key pairs of the broker, one for each root of its ring. They exist in the broker's process only. */
export interface BrokerKeys {
  /** What browsers seal to now. */
  readonly publicKey: string
  /** The pair that a sealed text was made for. Throws SealedError when the key file has no such root. */
  pairFor(sealed: string): CryptoKeyPair
}

export async function brokerKeys(ring: KeyRing): Promise<BrokerKeys> {
  if (ring.name !== 'broker') throw new Error('The broker takes the ring of the broker.')
  const pairs = new Map<string, CryptoKeyPair>()
  for (const root of ring.roots) {
    pairs.set(root.id, await suite.kem.deriveKeyPair(derive(root.key, 'broker/hpke-x25519/1')))
  }
  const id = currentRoot(ring).id
  const bytes = new Uint8Array(await suite.kem.serializePublicKey(pairs.get(id)!.publicKey))
  return {
    publicKey: writePublicKey({ id, bytes }),
    pairFor(sealed) {
      const pair = pairs.get(keyIdOf(sealed))
      if (!pair) throw new SealedError('The key file has no root that opens this.')
      return pair
    },
  }
}
