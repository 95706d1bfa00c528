/** What other capabilities may use of the register of recipients, inside their own transactions and under their own purposes. */
export { type Disclosed, disclosedOf, disclosedOfCase, disclosuresTold, type Told } from './disclosures/told.ts'
export { type Company, companies, groundSaid } from './processors/companies.ts'
export {
  type GateTrx,
  openForAll,
  openPurposes,
  openRecipient,
  partedPurposes,
  type WhyClosed,
} from './processors/gate.ts'
export { purposesOfRole } from './processors/processor.rules.ts'
