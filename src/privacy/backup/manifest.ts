/** What a backup says about itself: at its beginning what is needed to lay out its database, at its end what was in it. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Raised when an older release could not read what is written now. */
export const FORMAT = 1

const seal = z.object({ seq: z.int().min(0), hash: z.string() })

export const backupHead = z.object({
  kind: z.literal('backup'),
  format: z.literal(FORMAT),
  /** Version of the program that made it. */
  product: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), sha256: z.string() })),
  policyVersion: z.string(),
  /** Head of the access log. */
  chain: seal,
  /** The last line of the ledger outside that it knew; null where none was kept yet. */
  ledger: seal.nullable(),
  /** When its oldest entry of the access log was chained; null when there is none. */
  logSince: z.iso.datetime().nullable(),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
})
export type BackupHead = z.output<typeof backupHead>

const measure = z.object({ bytes: z.int(), sha256: z.string() })

export const backupEnd = z.object({
  tables: z.record(z.string(), measure.extend({ rows: z.int() })),
  files: z.object({ count: z.int(), bytes: z.int() }),
  /** Over the digest of everything before, under a key of the key file: only who has that file makes a backup that is taken. */
  mac: z.string(),
})
export type BackupEnd = z.output<typeof backupEnd>

export const partHead = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), schema: z.string(), name: z.string(), columns: z.array(z.string()) }),
  z.object({ kind: z.literal('jobs') }),
  z.object({ kind: z.literal('file'), name: z.string() }),
])
export type PartHead = z.output<typeof partHead>

export function macOf(key: Uint8Array, digest: string): string {
  return createHmac('sha256', key).update(digest).digest('hex')
}

/** @param keys one for each generation of the root */
export function isProven(keys: readonly Uint8Array[], digest: string, mac: string): boolean {
  return keys.some((key) => {
    const right = Buffer.from(macOf(key, digest))
    const said = Buffer.from(mac)
    return right.length === said.length && timingSafeEqual(right, said)
  })
}
