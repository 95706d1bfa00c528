/** What who asks without signing in is told, the same for a known and an unknown address. For the unknown it is the answer. */
import { m } from '../../platform/language/words.ts'
import { authorityLine } from '../answer/answer-frame.ts'
import { authorityOf } from '../authority.ts'
import { countryOf } from './case.queries.ts'
import type { Db } from './request-db.ts'

export async function answerLines(db: Db, language: 'ro' | 'en'): Promise<string[]> {
  const to = { locale: language }
  const authority = authorityLine(authorityOf(await countryOf(db)))
  return [
    m.rights_asked_code({}, to),
    m.rights_asked_unknown({}, to),
    m.rights_asked_no_document({}, to),
    `${m.rights_answer_complaint({ authority }, to)} ${m.rights_answer_court({}, to)}`,
  ]
}
