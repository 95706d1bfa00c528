/** Holds what was typed on an order form against the fields that the service declares. Pure. */
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { paymentDetailsIn } from '../../privacy/payment-details/payment-details.ts'
import type { FormField } from '../service/service.terms.ts'

export const longestLine = 300
export const longestAnswer = 8000

/**
 * What callers may send: the shape only; which fields there are is the service's business. What is longer than an answer
 * may be comes through, so that `checkAnswers` says it together with everything else.
 */
export const answersInput = z
  .record(z.string().max(40), z.string().max(8 * longestAnswer))
  .refine((answers) => Object.keys(answers).length <= 60, 'at most 60 fields')

export interface Answer {
  readonly field: FormField
  readonly value: string
}

/**
 * The answers that hold something, in the order of the form.
 * @throws Invalid with `answers.<field>` and what was expected, for every faulty field at once
 */
export function checkAnswers(fields: readonly FormField[], given: Readonly<Record<string, string>>): Answer[] {
  const faults: Record<string, string> = {}
  const known = new Set(fields.map((field) => field.name))
  for (const name of Object.keys(given)) if (!known.has(name)) faults[`answers.${name}`] = m.ui_expect_no_such_field()
  const answers: Answer[] = []
  for (const field of fields) {
    const value = Object.hasOwn(given, field.name) ? (given[field.name] as string).trim() : ''
    const fault = faultOf(field, value)
    if (fault) faults[`answers.${field.name}`] = fault
    else if (value !== '') answers.push({ field, value })
  }
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
  return answers
}

function faultOf(field: FormField, value: string): string | null {
  const wanted = field.input === 'choice' ? m.ui_expect_one_of_the_choices : m.ui_expect_something
  if (value === '') return field.required ? wanted() : null
  if (paymentDetailsIn(value).length > 0) return m.ui_expect_no_payment_details()
  if (field.input === 'email' && !z.email().safeParse(value).success) return m.ui_expect_email()
  if (field.input === 'choice' && !field.choices?.some((choice) => choice.name === value))
    return m.ui_expect_one_of_the_choices()
  const most = field.input === 'lines' ? longestAnswer : longestLine
  return value.length > most ? m.ui_expect_max_characters({ count: most }) : null
}
