import { derivePassword } from '../platform/keys/derive.ts'
import { currentRoot, type KeyRing } from '../platform/keys/key-file.ts'

/** The database role of the process that opens deposits. */
export const BROKER_ROLE = 'zavor_broker'

/** The password of each login role of the database, from the key file's database root. */
export type PasswordOf = (role: string) => string

export function rolePasswords(database: KeyRing): PasswordOf {
  const root = currentRoot(database).key
  return (role) => derivePassword(root, `role/${role}`)
}

/** The embedded owner's password under each generation of the root, newest first. */
export function ownerPasswords(database: KeyRing): string[] {
  return database.roots.map(({ key }) => derivePassword(key, 'owner')).reverse()
}
