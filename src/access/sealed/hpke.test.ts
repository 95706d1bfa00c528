import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto'
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { describe, expect, it } from 'vitest'
import { fromBase64url, openWith, sealTo, suite } from './hpke.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const toHex = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('hex')

/** RFC 9180, appendix A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. */
const rfc = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  ikmR: hex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037'),
  skRm: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  pkRm: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
  enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  aad: hex('436f756e742d30'),
  pt: '4265617574792069732074727574682c20747275746820626561757479',
  ct: hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'),
}

describe('HPKE', () => {
  it('derives the key pair of RFC 9180 A.1.1', async () => {
    const pair = await suite.kem.deriveKeyPair(rfc.ikmR)
    expect(toHex(await suite.kem.serializePrivateKey(pair.privateKey))).toBe(rfc.skRm)
    expect(toHex(await suite.kem.serializePublicKey(pair.publicKey))).toBe(rfc.pkRm)
  })

  it('opens the ciphertext of RFC 9180 A.1.1', async () => {
    const kem = new DhkemX25519HkdfSha256()
    const small = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() })
    const recipientKey = await kem.deriveKeyPair(rfc.ikmR)
    expect(toHex(await small.open({ recipientKey, enc: rfc.enc, info: rfc.info }, rfc.ct, rfc.aad))).toBe(rfc.pt)
  })

  it('seals what a second implementation of the RFC opens', async () => {
    const pair = await suite.kem.deriveKeyPair(rfc.ikmR)
    const key = { id: 'ab'.repeat(8), bytes: hex(rfc.pkRm) }
    const associated = hex('0102')
    const sealed = await sealTo(key, 'use', associated, Buffer.from('parolă'))
    expect(Buffer.from(await openWith(pair, 'use', associated, sealed)).toString()).toBe('parolă')
    const [, , enc, ct] = sealed.split('.')
    const plaintext = openByTheBook(
      hex(rfc.skRm),
      fromBase64url(enc!),
      Buffer.from('use'),
      associated,
      fromBase64url(ct!),
    )
    expect(plaintext.toString()).toBe('parolă')
  })
})

/** RFC 9180 section 4 and 5 in full for this suite, on node:crypto: kem 0x0020, kdf 0x0001, aead 0x0002. */
function openByTheBook(secret: Uint8Array, enc: Uint8Array, info: Uint8Array, aad: Uint8Array, ct: Uint8Array) {
  const b = Buffer.concat
  const text = (value: string) => Buffer.from(value)
  const two = (value: number) => Buffer.from([value >> 8, value & 255])
  const extract = (salt: Uint8Array, ikm: Uint8Array) => createHmac('sha256', salt).update(ikm).digest()
  const labelled = (id: Buffer) => ({
    extract: (salt: Uint8Array, label: string, ikm: Uint8Array) =>
      extract(salt, b([text('HPKE-v1'), id, text(label), ikm])),
    expand: (prk: Uint8Array, label: string, context: Uint8Array, length: number) =>
      expand(prk, b([two(length), text('HPKE-v1'), id, text(label), context]), length),
  })
  const expand = (prk: Uint8Array, context: Uint8Array, length: number) => {
    let [out, block] = [Buffer.alloc(0), Buffer.alloc(0)]
    for (let at = 1; out.length < length; at += 1) {
      block = createHmac('sha256', prk)
        .update(b([block, context, Buffer.from([at])]))
        .digest()
      out = b([out, block])
    }
    return out.subarray(0, length)
  }
  const privateKey = createPrivateKey({
    key: b([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey({
    key: b([Buffer.from('302a300506032b656e032100', 'hex'), enc]),
    format: 'der',
    type: 'spki',
  })
  const mine = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  const kem = labelled(b([text('KEM'), two(0x20)]))
  const prk = kem.extract(Buffer.alloc(0), 'eae_prk', diffieHellman({ privateKey, publicKey }))
  const shared = kem.expand(prk, 'shared_secret', b([enc, mine]), 32)
  const hpke = labelled(b([text('HPKE'), two(0x20), two(1), two(2)]))
  const none = Buffer.alloc(0)
  const context = b([Buffer.from([0]), hpke.extract(none, 'psk_id_hash', none), hpke.extract(none, 'info_hash', info)])
  const secretKey = hpke.extract(shared, 'secret', none)
  const cipher = createDecipheriv(
    'aes-256-gcm',
    hpke.expand(secretKey, 'key', context, 32),
    hpke.expand(secretKey, 'base_nonce', context, 12),
  )
  cipher.setAAD(aad)
  cipher.setAuthTag(ct.subarray(-16))
  return b([cipher.update(ct.subarray(0, -16)), cipher.final()])
}
