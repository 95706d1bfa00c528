/** How often one network address, and one e-mail address, may write here without an account. */
import type { Rate } from '../../identity/sign-in/rates.ts'

export const contactRates = {
  fromAddress: { name: 'contact address', most: 10, seconds: 3600 },
  byEmail: { name: 'contact e-mail', most: 5, seconds: 3600 },
  repliesFromAddress: { name: 'conversation address', most: 60, seconds: 3600 },
} as const satisfies Record<string, Rate>
