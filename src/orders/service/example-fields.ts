/** What nearly every order form asks (P14). */
import type { FormField } from './service.terms.ts'

export const authorisedEmail: FormField = {
  name: 'authorised_email',
  kind: 'authorised_email',
  input: 'email',
  label: { ro: 'E-mail autorizat', en: 'Authorised e-mail' },
  hint: {
    ro: 'Numai cererile venite de la această adresă le luăm ca venind din partea firmei.',
    en: 'Only requests from this address count as coming from the company.',
  },
  required: true,
}

export const billingAddress: FormField = {
  name: 'billing_address',
  kind: 'billing_address',
  input: 'lines',
  label: { ro: 'Adresa de facturare', en: 'Billing address' },
  hint: { ro: 'Firma, CIF, strada, localitatea, codul poștal.', en: 'Company, tax number, street, town, postal code.' },
  required: true,
}

export const chatAccount: FormField = {
  name: 'chat_account',
  kind: 'chat_account',
  input: 'line',
  label: { ro: 'Cont de chat', en: 'Online chat account' },
  hint: {
    ro: 'Dacă vreți să vă scriem și acolo: serviciul și numele, de exemplu „Signal, +40 7…”.',
    en: 'If we may reach you there too: the service and the name, such as “Signal, +40 7…”.',
  },
  required: false,
}
