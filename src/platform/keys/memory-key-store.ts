import type { AccountKeyStore, WrappedAccountKey } from './account-keys.ts'

/** A store of account keys in memory, for tests of what seals and opens. */
export function memoryKeyStore(): AccountKeyStore & { rows: WrappedAccountKey[] } {
  const rows: WrappedAccountKey[] = []
  const find = (accountId: string, generation?: number) =>
    rows
      .filter((row) => row.account_id === accountId && (generation === undefined || row.generation === generation))
      .sort((one, two) => two.generation - one.generation)[0]
  return {
    rows,
    async find(accountId, generation) {
      return find(accountId, generation)
    },
    async add(key) {
      const there = find(key.account_id, key.generation)
      if (!there) rows.push(key)
      return there ?? key
    },
    async rewrap(key) {
      const at = rows.findIndex((row) => row.account_id === key.account_id && row.generation === key.generation)
      rows[at] = key
    },
  }
}
