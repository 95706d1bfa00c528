/** Checks of the promises that the registers keep. One line each. */
import type { PromiseCheck } from '../privacy/promises/check.ts'
import { breachPromises } from './breaches/breaches.promises.ts'
import { disclosurePromises } from './disclosures/disclosures.promises.ts'
import { measurePromises } from './measures/measures.promises.ts'
import { policyPromises } from './policy/policy.promises.ts'
import { processingPromises } from './processing/processing.promises.ts'
import { processorPromises } from './processors/processors.promises.ts'

export const registersPromises: readonly PromiseCheck[] = [
  ...policyPromises,
  ...processorPromises,
  ...processingPromises,
  ...disclosurePromises,
  ...measurePromises,
  ...breachPromises,
]
