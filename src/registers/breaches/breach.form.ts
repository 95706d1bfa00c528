/** The fields of the form of ANSPDCP for notifying a breach (Decision 128/2018, Art. 33(3) GDPR), as they are known so far. */
import { z } from 'zod'

export const natures = ['confidentiality', 'integrity', 'availability'] as const
export const telling = ['yes', 'later', 'no'] as const

const words = z.string().trim().max(4000)
const line = z.string().trim().max(200)
const moment = z.iso.datetime({ offset: true }).nullable()
const count = z.coerce.number().int().min(0).max(1_000_000_000).nullable()

export const breachForm = z.strictObject({
  /** CUI of the operator. */
  taxNumber: line,
  contactName: line,
  contactRole: line,
  contactPhone: line,
  contactEmail: z.string().trim().max(254),
  happenedFrom: moment,
  happenedUntil: moment,
  /** How it was found out, and what led to it. */
  circumstances: words,
  nature: z.array(z.enum(natures)).max(3),
  categories: z.array(z.string().max(40)).max(40),
  personKinds: words,
  persons: count,
  records: count,
  consequences: words,
  measures: words,
  /** Whether the persons were or will be told (Art. 34). */
  personsTold: z.enum(telling),
  personsToldWhy: words,
  /** Processors, other operators, authorities of other states. */
  others: words,
})

export type BreachForm = z.output<typeof breachForm>

/** Fields without which the authority is told nothing (Art. 33(3)); contact and operator among them. */
export const needed = [
  'taxNumber',
  'contactName',
  'contactEmail',
  'circumstances',
  'nature',
  'categories',
  'personKinds',
  'consequences',
  'measures',
] as const satisfies readonly (keyof BreachForm)[]

export function missingIn(form: BreachForm): (keyof BreachForm)[] {
  const empty = needed.filter((field) => form[field].length === 0) as (keyof BreachForm)[]
  if (form.personsTold !== 'yes' && form.personsToldWhy === '') empty.push('personsToldWhy')
  return empty
}
