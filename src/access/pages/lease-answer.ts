import type { FormAnswer } from '../../platform/http/form-answer.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import type { revealSecret } from '../lease/reveal-secret.ts'

/** What comes back to the page: ciphertext for its one-time key, or what to mend. */
export interface LeaseAnswer {
  readonly revealed?: OutputOf<typeof revealSecret>
  readonly answer?: FormAnswer
}
