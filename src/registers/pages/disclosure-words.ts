import { m } from '../../platform/language/words.ts'

/** Why data may be given to others (P24), by the code of the register. */
export const disclosureKindWords = {
  law: m.registers_disclosure_law,
  authority: m.registers_disclosure_authority,
  terms: m.registers_disclosure_terms,
  fraud: m.registers_disclosure_fraud,
  security: m.registers_disclosure_security,
  rights: m.registers_disclosure_rights,
  indicator: m.registers_disclosure_indicator,
} as const
