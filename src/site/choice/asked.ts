/** What visitors are asked: one consent for each purpose that has an optional cookie. Made from the policy. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { consentHashes, consentText, textHash } from '../../privacy/notice/consent-text.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'

type Language = 'ro' | 'en'

export interface AskedText {
  readonly purpose: PurposeName
  readonly title: string
  readonly body: string
}

export function askedPurposes(shape: PolicyShape = policy): PurposeName[] {
  const optional = Object.values(shape.cookies).filter(({ kind }) => kind === 'optional')
  return [...new Set(optional.map(({ purpose }) => purpose as PurposeName))]
}

/** The exact words, purpose by purpose, as they stand beside the buttons. */
export function askedTexts(language: Language): AskedText[] {
  return askedPurposes().map((purpose) => {
    const { title, body } = consentText(purpose, language)
    return { purpose, title, body }
  })
}

/**
 * Short mark of all that is asked, in every language: a choice made under another mark was about something else, and
 * another question is asked.
 */
export function askedMark(shape: PolicyShape = policy): string {
  const asked = askedPurposes(shape).flatMap((purpose) => [purpose, ...consentHashes(purpose, shape)])
  return textHash(asked.join(' ')).slice(0, 16)
}
