/**
 * What can be handed over, and which fields of it are secret. The others (host, port, user) are shown to who may see the
 * target; the secret ones are sealed in the browser and known to nobody but the broker and a lease holder.
 */
export const depositKinds = {
  server: { facts: ['host', 'port', 'user'], secrets: ['password', 'privateKey', 'passphrase'] },
  database: { facts: ['engine', 'host', 'port', 'database', 'user'], secrets: ['password'] },
  ticketing: { facts: ['url', 'user'], secrets: ['password', 'token'] },
} as const

export type DepositKind = keyof typeof depositKinds
export type SecretField = (typeof depositKinds)[DepositKind]['secrets'][number]
export type Secret = Partial<Record<SecretField, string>>

export const depositKindNames = Object.keys(depositKinds) as [DepositKind, ...DepositKind[]]

/** The secret fields of that kind which hold something; throws when there is none or one does not belong to the kind. */
export function secretOf(kind: DepositKind, given: Readonly<Record<string, string>>): Secret {
  const allowed: readonly string[] = depositKinds[kind].secrets
  const entries = Object.entries(given).filter(([, value]) => value !== '')
  if (entries.length === 0) throw new TypeError('A secret needs at least one of its fields.')
  for (const [field] of entries) if (!allowed.includes(field)) throw new TypeError(`Not a secret of ${kind}: ${field}`)
  return Object.fromEntries(entries)
}
