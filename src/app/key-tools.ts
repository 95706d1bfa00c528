/** Keys and files as operations use them: `tools.keys`, `tools.files`. */
import type { Blobs } from '../platform/files/blobs.ts'
import { type FileStore, fileStore } from '../platform/files/file-store.ts'
import { type AccountKeys, accountKeys } from '../platform/keys/account-keys.ts'
import type { KeyRing } from '../platform/keys/key-file.ts'
import { accountKeyStore } from '../privacy/keys/account-key-store.ts'
import type { Handles } from '../privacy/operation/handles.ts'

/** `ring` is the ring `desk` of the key file. */
export function keyTools(handles: Handles, ring: KeyRing, blobs: Blobs): { keys: AccountKeys; files: FileStore } {
  const keys = accountKeys(ring, accountKeyStore(handles))
  return { keys, files: fileStore(blobs, keys) }
}

declare module '../privacy/operation/tools.ts' {
  interface Tools {
    readonly keys: AccountKeys
    readonly files: FileStore
  }
}
