import { textHash } from '../privacy/notice/consent-text.ts'

export interface StudyText {
  readonly title_ro: string
  readonly title_en: string
  readonly body_ro: string
  readonly body_en: string
}

/** SHA-256 of all of a text in both languages. What is approved is this and no other. Pure. */
export function hashOf({ title_ro, title_en, body_ro, body_en }: StudyText): string {
  return textHash(JSON.stringify([title_ro, title_en, body_ro, body_en]))
}
