/** P3: card numbers and IBANs have no place in any text that people write here. */
import type { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { hasCardNumber } from './card-number.ts'
import { hasIban } from './iban.ts'

export type PaymentDetail = 'card' | 'iban'

/** A part of one, like `be14-c67a73e24dea`, can read as an IBAN; `|` keeps what stands around it apart. */
const uuid = /(?<![\p{L}\p{N}])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\p{L}\p{N}])/giu

/** Nearly all that is handed in is ids: one by itself holds nothing. */
const uuidAlone = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What kinds of payment details a text holds; empty for nearly every text. Linear in its length. */
export function paymentDetailsIn(text: string): PaymentDetail[] {
  if (uuidAlone.test(text)) return []
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(uuid, '|')
  return [...(hasCardNumber(plain) ? (['card'] as const) : []), ...(hasIban(plain) ? (['iban'] as const) : [])]
}

/** A text field that refuses card numbers and IBANs: `withoutPaymentDetails(z.string().min(1).max(20_000))`. */
export function withoutPaymentDetails<T extends z.ZodType<string>>(field: T): T {
  return field.refine((text) => paymentDetailsIn(text).length === 0, {
    error: () => m.ui_expect_no_payment_details(),
  }) as T
}
