/** What other capabilities may use of the registers. */
export { publishFirstPolicy } from './policy/publish-policy.ts'
export { declareRecipients } from './processors/declare-recipients.ts'
