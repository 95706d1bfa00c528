/** What other capabilities may use of writing without an account. */
export { contactRates } from './contact/contact.rates.ts'
export { contactNotices } from './contact/contact-notices.ts'
export { subjectOf } from './contact/subject-of.ts'
export { visitorFields } from './contact/visitor-fields.ts'
