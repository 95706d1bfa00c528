/** The restored database may not open; the message says why and what to do. */
export class RestoreRefused extends Error {
  readonly code: 'chain' | 'ledger' | 'residue' | 'occupied' | 'unfinished' | 'running' | 'empty' | 'full'
  constructor(code: RestoreRefused['code'], words: string) {
    super(words)
    this.name = 'RestoreRefused'
    this.code = code
  }
}
