/** The words of identity's letters, in the language of the person who gets them. */
import { m } from '../platform/language/words.ts'
import type { LetterWords } from '../platform/mail/letter-words.ts'

type Language = 'ro' | 'en'

export function registrationLetter(
  language: Language,
  given: { name: string; company: string; url: string },
): LetterWords {
  const to = { locale: language }
  return {
    subject: m.identity_letter_registration_subject({}, to),
    lines: [
      m.identity_letter_greeting({ name: given.name }, to),
      m.identity_letter_registration_line({ company: given.company }, to),
    ],
    action: { label: m.identity_letter_registration_action({}, to), url: given.url },
    after: [m.identity_letter_registration_after({}, to)],
  }
}

export function invitationLetter(
  language: Language,
  given: { name: string; by: string; where: string; url: string },
): LetterWords {
  const to = { locale: language }
  return {
    subject: m.identity_letter_invitation_subject({ where: given.where }, to),
    lines: [
      m.identity_letter_greeting({ name: given.name }, to),
      m.identity_letter_invitation_line({ by: given.by, where: given.where }, to),
    ],
    action: { label: m.identity_letter_invitation_action({}, to), url: given.url },
    after: [m.identity_letter_invitation_after({}, to)],
  }
}

export function resetLetter(language: Language, given: { name: string; url: string }): LetterWords {
  const to = { locale: language }
  return {
    subject: m.identity_letter_reset_subject({}, to),
    lines: [m.identity_letter_greeting({ name: given.name }, to), m.identity_letter_reset_line({}, to)],
    action: { label: m.identity_letter_reset_action({}, to), url: given.url },
    after: [m.identity_letter_reset_after({}, to)],
  }
}

/** `browser`: "Firefox, Linux"; empty when it does not say. */
export function newDeviceLetter(
  language: Language,
  given: { name: string; browser: string; at: Date; url: string },
): LetterWords {
  const to = { locale: language }
  const browser = given.browser || m.identity_browser_unknown({}, to)
  return {
    subject: m.identity_letter_device_subject({}, to),
    lines: [
      m.identity_letter_greeting({ name: given.name }, to),
      m.identity_letter_device_line({ browser, at: moment(given.at, language) }, to),
    ],
    action: { label: m.identity_letter_device_action({}, to), url: given.url },
    after: [m.identity_letter_device_after({}, to)],
  }
}

export type SecurityChange =
  | 'password'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'passkey_added'
  | 'passkey_removed'
  | 'api_key'

const changes: Record<SecurityChange, typeof m.identity_change_password> = {
  password: m.identity_change_password,
  second_factor_on: m.identity_change_second_factor_on,
  second_factor_off: m.identity_change_second_factor_off,
  passkey_added: m.identity_change_passkey_added,
  passkey_removed: m.identity_change_passkey_removed,
  api_key: m.identity_change_api_key,
}

export function securityLetter(
  language: Language,
  given: { name: string; change: SecurityChange; at: Date; url: string },
): LetterWords {
  const to = { locale: language }
  const what = changes[given.change]({}, to)
  return {
    subject: m.identity_letter_security_subject({}, to),
    lines: [
      m.identity_letter_greeting({ name: given.name }, to),
      m.identity_letter_security_line({ what, at: moment(given.at, language) }, to),
    ],
    action: { label: m.identity_letter_device_action({}, to), url: given.url },
    after: [m.identity_letter_device_after({}, to)],
  }
}

/** What a restore made void, because it was changed after the moment to which the data went back. */
export type VoidedSignIn = 'password' | 'recovery_codes'

export function voidedLetter(
  language: Language,
  given: { name: string; what: VoidedSignIn; origin: string },
): LetterWords {
  const to = { locale: language }
  const isPassword = given.what === 'password'
  return {
    subject: m.identity_letter_voided_subject({}, to),
    lines: [
      m.identity_letter_greeting({ name: given.name }, to),
      m.identity_letter_voided_line({}, to),
      isPassword ? m.identity_letter_voided_password({}, to) : m.identity_letter_voided_codes({}, to),
    ],
    action: isPassword
      ? { label: m.identity_letter_reset_action({}, to), url: `${given.origin}/password` }
      : { label: m.identity_letter_voided_codes_action({}, to), url: `${given.origin}/security` },
  }
}

function moment(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ro' ? 'ro-RO' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Bucharest',
  }).format(at)
}
