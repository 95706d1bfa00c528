import type { AccountKeyStore } from './account-keys.ts'

/** A store of account keys in memory, for tests of what seals and opens. */
export function memoryKeyStore(): AccountKeyStore & { readonly rows: Map<string, Uint8Array> } {
  const rows = new Map<string, Uint8Array>()
  return {
    rows,
    async find(accountId) {
      return rows.get(accountId)
    },
    async add(accountId, wrapped) {
      if (!rows.has(accountId)) rows.set(accountId, wrapped)
      return rows.get(accountId)!
    },
    async replace(accountId, before, after) {
      if (rows.get(accountId) !== before) return false
      rows.set(accountId, after)
      return true
    },
  }
}
