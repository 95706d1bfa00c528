/** What other capabilities may use of the registers. */

export { declareMeasures } from './measures/declare-measures.ts'
export { publishFirstPolicy } from './policy/publish-policy.ts'
export { declareRecipients } from './processors/declare-recipients.ts'
