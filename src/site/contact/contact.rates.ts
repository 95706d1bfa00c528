/** How often one network address, and one e-mail address, may write here without an account. */
import type { Rate } from '../../identity/sign-in/rates.ts'

export const contactRates = {
  fromAddress: { name: 'contact address', most: 10, seconds: 3600 },
  byEmail: { name: 'contact e-mail', most: 5, seconds: 3600 },
  repliesFromAddress: { name: 'conversation address', most: 240, seconds: 3600 },
  /** From all addresses together, 10 MB each at most: who has no account fills no disk, from however many. */
  filesInAll: { name: 'conversation files in all', most: 300, seconds: 3600 },
  filesFromAddress: { name: 'conversation files', most: 40, seconds: 3600 },
  seenFromAddress: { name: 'conversation seen', most: 600, seconds: 3600 },
  addressesFromAddress: { name: 'conversation left address', most: 10, seconds: 3600 },
} as const satisfies Record<string, Rate>
