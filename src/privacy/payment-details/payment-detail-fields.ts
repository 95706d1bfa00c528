/** The gate before every operation that a person calls: no card number and no IBAN gets past it in any field. */
import { m } from '../../platform/language/words.ts'
import { paymentDetailsIn } from './payment-details.ts'

const deepest = 12

/** Each field, by its path, that holds a card number or an IBAN, with what is expected; the value is never repeated. */
export function paymentDetailFields(input: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  look(input, [], fields)
  return fields
}

function look(value: unknown, path: readonly string[], fields: Record<string, string>): void {
  if (typeof value === 'string') {
    if (value.length >= 13 && paymentDetailsIn(value).length > 0)
      fields[path.join('.') || 'body'] = m.ui_expect_no_payment_details()
    return
  }
  // Deeper than any input of ours: the schema refuses it, or it is stored as JSON and found by the scan.
  if (!isPlain(value) || path.length >= deepest) return
  for (const [key, inner] of Object.entries(value)) look(inner, [...path, key], fields)
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const kind = Object.getPrototypeOf(value)
  return Array.isArray(value) || kind === Object.prototype || kind === null
}
