import { noticesOfForm } from '../platform/language/notice-sentences.ts'
import { contactNotices } from '../site/site.facade.ts'

/** The reason beside each field of the chat: the same as of the contact form, for the fewer things that it asks. */
export function chatNotices(language: 'ro' | 'en') {
  const { message, name, email } = contactNotices(language)
  return { message, name, email }
}

/** All of it as one text. */
export function chatNotice(language: 'ro' | 'en'): string {
  return noticesOfForm(Object.values(chatNotices(language)), language)
}
