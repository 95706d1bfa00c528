/** How often requests may be made and codes tried without signing in. */
import type { Rate } from '../../identity/sign-in/rates.ts'

export const requestRates = {
  fromAddress: { name: 'request address', most: 20, seconds: 3600 },
  byEmail: { name: 'request e-mail', most: 5, seconds: 3600 },
  codesOfCase: { name: 'request codes', most: 4, seconds: 3600 },
  triesOfCase: { name: 'request tries', most: 6, seconds: 1800 },
  triesFromAddress: { name: 'request tries address', most: 60, seconds: 900 },
} as const satisfies Record<string, Rate>
