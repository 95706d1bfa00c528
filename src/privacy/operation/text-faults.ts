/** The gate before every operation that a person calls: what no field takes, whatever else its operation asks of it. */
import { m } from '../../platform/language/words.ts'
import { paymentDetailsIn } from '../payment-details/payment-details.ts'

const deepest = 12
/** PostgreSQL holds no text with it. The other signs that nobody sees stay: a terminal's own words are full of them, and shown as text they do nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is refused
const nul = /\u0000/

/**
 * Each field, by its path, that holds a card number or an IBAN (P3), the sign of number 0 or half a character, with what is
 * expected; the value is never repeated. What is only looked for goes through `sought` first.
 */
export function textFaults(input: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  look(input, [], fields)
  return fields
}

/** A text that comes from where nobody can be asked to mend it (a mail): what no field takes is a space, and half a character none. */
export function writable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', ' ')
}

/** The input of a read, in which nobody writes anything: what no text holds is not found either, and nothing fails over it. */
export function sought(input: unknown, depth = 0): unknown {
  if (typeof input === 'string') return writable(input)
  if (!isPlain(input) || depth >= deepest) return input
  if (Array.isArray(input)) return input.map((one) => sought(one, depth + 1))
  return Object.fromEntries(Object.entries(input).map(([key, one]) => [key, sought(one, depth + 1)]))
}

function look(value: unknown, path: readonly string[], fields: Record<string, string>): void {
  if (typeof value === 'string') {
    const fault = faultOf(value)
    if (fault) fields[path.join('.') || 'body'] = fault
    return
  }
  // Deeper than any input of ours: the schema refuses it, or it is stored as JSON and found by the scan.
  if (!isPlain(value) || path.length >= deepest) return
  for (const [key, inner] of Object.entries(value)) look(inner, [...path, key], fields)
}

function faultOf(text: string): string | undefined {
  if (text.length >= 13 && paymentDetailsIn(text).length > 0) return m.ui_expect_no_payment_details()
  return nul.test(text) || !text.isWellFormed() ? m.ui_expect_no_control() : undefined
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const kind = Object.getPrototypeOf(value)
  return Array.isArray(value) || kind === Object.prototype || kind === null
}
