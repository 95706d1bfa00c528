/**
 * The fields of the form of ANSPDCP for notifying a breach (annex to Decision 128/2018, Art. 33(3) GDPR), as they are known so
 * far. The numbers are those of the annex.
 */
import { z } from 'zod'

export const natures = ['confidentiality', 'integrity', 'availability'] as const
export const telling = ['yes', 'later', 'no'] as const
export const sectors = ['private', 'public'] as const

const words = z.string().trim().max(4000)
const line = z.string().trim().max(200)
/** Not in the forms of before, nor known to those who call. */
const later = (field: z.ZodString) => field.default('')
const moment = z.iso.datetime({ offset: true }).nullable()
const count = z.coerce.number().int().min(0).max(1_000_000_000).nullable()

export const breachForm = z.strictObject({
  /** 1: of the operator, and its CUI. */
  sector: z.enum(sectors).default('private'),
  taxNumber: line,
  /** 2: of the data protection officer, or of whoever else tells more. */
  contactName: line,
  contactRole: line,
  contactPhone: line,
  contactEmail: z.string().trim().max(254),
  contactAddress: later(line),
  /** 4.1 */
  happenedFrom: moment,
  happenedUntil: moment,
  /** 9: what led to it and how it was found out; where it happened, and on what the data lay. */
  circumstances: words,
  place: later(words),
  /** 5 */
  nature: z.array(z.enum(natures)).max(3),
  /** 6: by category, and what exactly. */
  categories: z.array(z.string().max(40)).max(40),
  content: later(words),
  /** 7: how the data was, or will be, protected: encrypted, copied, kept apart. */
  protection: later(words),
  /** 10 */
  personKinds: words,
  persons: count,
  records: count,
  /** 11 */
  consequences: words,
  /** 12: against those consequences. */
  measures: words,
  /** 13 to 15: whether the persons were or will be told (Art. 34). Whom this desk told, when and in which words it knows itself. */
  personsTold: z.enum(telling),
  personsToldWhy: words,
  /** 8: processors and other operators. */
  others: words,
  /** 16 and 17: persons in other member states, and which authorities were told there or elsewhere. */
  otherStates: later(words),
  otherAuthorities: later(words),
})

export type BreachForm = z.output<typeof breachForm>

/** A form about which nothing is known yet. */
export const emptyForm: BreachForm = {
  sector: 'private',
  taxNumber: '',
  contactName: '',
  contactRole: '',
  contactPhone: '',
  contactEmail: '',
  contactAddress: '',
  happenedFrom: null,
  happenedUntil: null,
  circumstances: '',
  place: '',
  nature: [],
  categories: [],
  content: '',
  protection: '',
  personKinds: '',
  persons: null,
  records: null,
  consequences: '',
  measures: '',
  personsTold: 'later',
  personsToldWhy: '',
  others: '',
  otherStates: '',
  otherAuthorities: '',
}

/** What stays the same from one breach to the next: who notifies. */
export function operatorOf({
  sector,
  taxNumber,
  contactName,
  contactRole,
  contactPhone,
  contactEmail,
  contactAddress,
}: BreachForm): Partial<BreachForm> {
  return { sector, taxNumber, contactName, contactRole, contactPhone, contactEmail, contactAddress }
}

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
