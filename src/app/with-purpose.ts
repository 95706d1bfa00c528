import type { Kysely } from 'kysely'
import type { PurposeName } from '../../policy/policy.ts'
import { urlFor } from '../platform/database/owner-pool.ts'
import { openPool } from '../platform/database/pool.ts'
import type { KeyRing } from '../platform/keys/key-file.ts'
import { roleOf } from '../privacy/compiler/wanted.ts'
import type { For } from '../privacy/map/types.ts'
import { makeHandles } from '../privacy/operation/handles.ts'
import { rolePasswords } from './login-roles.ts'
import { maps } from './maps.ts'

/** One connection of one purpose for one piece of work, where there is no desk yet. */
export async function withPurpose<P extends PurposeName, Result>(
  purpose: P,
  ownerUrl: string,
  databaseRing: KeyRing,
  work: (db: Kysely<For<P>>) => Promise<Result>,
): Promise<Result> {
  const role = roleOf(purpose)
  const url = urlFor(ownerUrl, role, rolePasswords(databaseRing)(role))
  const handles = makeHandles(() => openPool(url, { max: 1 }), maps)
  try {
    return await work(handles.of(purpose))
  } finally {
    await handles.close()
  }
}
