import type { AnyOperation } from '../privacy/operation/operation.ts'
import { acceptTerms, pendingTerms } from './accept-terms.ts'
import { announceTerms, tellTerms } from './announce-terms.ts'
import { publishFirstTerms, publishTerms } from './publish-terms.ts'
import { showTerms } from './show-terms.ts'

export const termsOperations: readonly AnyOperation[] = [
  showTerms,
  publishTerms,
  publishFirstTerms,
  announceTerms,
  tellTerms,
  pendingTerms,
  acceptTerms,
] as const
