import { type QueryExecutorProvider, sql } from 'kysely'
import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../operation/errors.ts'
import { textHash } from './consent-text.ts'

/** In a form's input: the hash of the notice that stood beside its fields. A program that saw none leaves it out. */
export const noticeField = z.string().max(64).optional()

/**
 * The notice that was read, if one was. `text` is what stands there now.
 * @throws Invalid when the page was opened before the notice changed: nobody's data is taken under words they did not see
 */
export function readNotice(hash: string | undefined, text: string): string | null {
  if (hash === undefined) return null
  if (hash !== textHash(text)) throw new Invalid({ notice: m.ui_expect_notice_read() })
  return text
}

export interface ServedNotice {
  readonly form: 'registration' | 'contact' | 'chat' | 'request'
  /** Everything that was said beside the fields, word for word. */
  readonly text: string
  readonly language: 'ro' | 'en'
  /** The page, without query. */
  readonly path: string
}

/** The same for a form that made no person: `made` is what it made. */
export async function recordVisitorNotice(
  trx: QueryExecutorProvider & { readonly isTransaction: boolean },
  made: string,
  { form, text, language, path }: Omit<ServedNotice, 'form'> & { readonly form: string },
): Promise<void> {
  const hash = textHash(text)
  await keepText(trx, hash, text, language)
  await sql`insert into base.visitor_notice (id, form, made, text_hash, text_version, text_language, path)
    values (${newId()}, ${form}, ${made}, ${hash}, ${policy.version}, ${language}, ${path})`.execute(trx)
}

/** Notes which notice a person was shown where they typed, once the form has arrived. The text itself is kept once. */
export async function recordNotice(
  trx: QueryExecutorProvider & { readonly isTransaction: boolean },
  person: { readonly accountId: string; readonly personId: string },
  { form, text, language, path }: ServedNotice,
): Promise<void> {
  const hash = textHash(text)
  await keepText(trx, hash, text, language)
  await sql`insert into base.notice_served
      (account_id, id, person_id, form, text_hash, text_version, text_language, path)
    values (${person.accountId}, ${newId()}, ${person.personId}, ${form}, ${hash}, ${policy.version}, ${language},
      ${path})`.execute(trx)
}

async function keepText(trx: QueryExecutorProvider, hash: string, text: string, language: 'ro' | 'en'): Promise<void> {
  await sql`insert into base.notice_text (hash, words, version, language)
    values (${hash}, ${text}, ${policy.version}, ${language}) on conflict (hash) do nothing`.execute(trx)
}
