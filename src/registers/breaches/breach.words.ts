import { m } from '../../platform/language/words.ts'

/** What a breach did to data (Art. 4(12)). */
export const natureWords = {
  confidentiality: m.registers_breach_confidentiality,
  integrity: m.registers_breach_integrity,
  availability: m.registers_breach_availability,
} as const

export const sectorWords = {
  private: m.registers_breach_sector_private,
  public: m.registers_breach_sector_public,
} as const

export const toldWords = {
  yes: m.registers_breach_told_yes,
  later: m.registers_breach_told_later,
  no: m.registers_breach_told_no,
} as const

export const breachStepWords = {
  noted: m.registers_breach_step_noted,
  changed: m.registers_breach_step_changed,
  notified: m.registers_breach_step_notified,
  supplemented: m.registers_breach_step_supplemented,
  not_notified: m.registers_breach_step_not_notified,
  told: m.registers_breach_step_told,
} as const
