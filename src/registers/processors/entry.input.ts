/** What people type into an entry, and what is said of it when it cannot stand. */
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { contractKinds } from './processor.data.ts'
import type { Fault, Faults } from './processor.rules.ts'

const line = (most: number) => z.string().trim().min(1).max(most).nullable()
const names = z.array(z.string().max(40)).max(40)

export const entryFields = {
  recipient: z.string().max(40),
  name: line(160),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  purposes: names,
  categories: names,
  groundId: z.uuid().nullable(),
  contractKind: z.enum(contractKinds).nullable(),
  contractReference: line(200),
  contractOn: z.iso.date().nullable(),
}

/** @throws Invalid naming each field with what is expected of it */
export function refuseFaults(faults: Faults): void {
  const fields = Object.entries(faults) as [string, Fault][]
  if (fields.length === 0) return
  throw new Invalid(Object.fromEntries(fields.map(([field, fault]) => [field, says[fault]()])))
}

const says: Record<Fault, () => string> = {
  missing: m.registers_expect_told,
  future: m.registers_expect_not_future,
  not_declared: m.registers_expect_declared,
  outside: m.registers_expect_in_eea,
  other_country: m.registers_expect_declared_country,
  wrong_ground: m.registers_expect_fitting_ground,
  invalid_ground: m.registers_expect_standing_ground,
  review: m.registers_expect_reviewed_ground,
}
