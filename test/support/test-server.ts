import type { KeyRing } from '../../src/platform/keys/key-file.ts'

/** What the run's global setup hands to every test file. */
export interface TestServer {
  /** Connection string of the owner, to the server's own database. */
  readonly url: string
  /** Where its files lie. */
  readonly folder: string
  /** Why the template could not be made. */
  readonly failure: string | null
}

export const templateName = 'zavor_template'

/** The same root in every run: roles belong to the server, so all clones share their passwords. */
export const databaseRing: KeyRing = {
  name: 'database',
  roots: [{ id: '0123456789abcdef', key: Buffer.alloc(32, 7) }],
}

export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
