/** Free text on orders: bounded, and without card numbers or IBANs (P3). */
import { z } from 'zod'
import { withoutPaymentDetails } from '../../privacy/payment-details/payment-details.ts'

export const reasonWords = withoutPaymentDetails(z.string().trim().min(1).max(2000))
export const deliveryWords = withoutPaymentDetails(z.string().trim().min(1).max(20_000))
export const feedbackWords = withoutPaymentDetails(z.string().trim().max(4000))
