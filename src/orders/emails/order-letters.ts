/** What letters about orders say. Each says what happened and what happens next. */
import { m } from '../../platform/language/words.ts'
import type { LetterWords } from '../../platform/mail/letter-words.ts'

export type ClientNews = 'accepted' | 'declined' | 'in_work' | 'delivered'
export type StaffNews = 'ordered' | 'access_given' | 'confirmed' | 'cancelled'

interface Facts {
  /** The service, in the language of the letter. */
  readonly name: string
  readonly url: string
  readonly language: 'ro' | 'en'
}

type Text = (facts: { name: string }, options: { locale: 'ro' | 'en' }) => string
type StaffText = (facts: { name: string; client: string }, options: { locale: 'ro' | 'en' }) => string

const toClient: Readonly<Record<ClientNews, readonly [subject: Text, line: Text]>> = {
  accepted: [m.orders_letter_accepted_subject, m.orders_letter_accepted],
  declined: [m.orders_letter_declined_subject, m.orders_letter_declined],
  in_work: [m.orders_letter_in_work_subject, m.orders_letter_in_work],
  delivered: [m.orders_letter_delivered_subject, m.orders_letter_delivered],
}

const toStaff: Readonly<Record<StaffNews, readonly [subject: StaffText, line: StaffText]>> = {
  ordered: [m.orders_letter_ordered_subject, m.orders_letter_ordered],
  access_given: [m.orders_letter_access_given_subject, m.orders_letter_access_given],
  confirmed: [m.orders_letter_confirmed_subject, m.orders_letter_confirmed],
  cancelled: [m.orders_letter_cancelled_subject, m.orders_letter_cancelled],
}

/** @param reason what the staff wrote, as it is; empty when there is none */
export function clientLetter(
  news: ClientNews,
  { name, url, language, reason }: Facts & { reason: string },
): LetterWords {
  const locale = { locale: language }
  const [subject, line] = toClient[news]
  return {
    subject: subject({ name }, locale),
    lines: [line({ name }, locale), ...(reason ? [reason] : [])],
    action: { label: m.orders_letter_open({}, locale), url },
  }
}

export function staffLetter(news: StaffNews, { name, client, url, language }: Facts & { client: string }): LetterWords {
  const locale = { locale: language }
  const [subject, line] = toStaff[news]
  return {
    subject: subject({ name, client }, locale),
    lines: [line({ name, client }, locale)],
    action: { label: m.orders_letter_open({}, locale), url },
  }
}
