/** Single-use codes to an address on file: sent by letter, kept as a hash, good for half an hour, the newest alone. */
import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { linkTokens } from '../../identity/identity.facade.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { kindIn } from '../answer/said-in.ts'
import { type CaseRow, findCase } from './case.queries.ts'
import type { Gathered } from './persons.queries.ts'
import type { Db } from './request-db.ts'
import { requestLink } from './request-link.ts'
import type { Running } from './running.ts'

/** No letter or digit that is taken for another. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeMinutes = 30
const passMinutes = 30

function newCode(): string {
  const drawn = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`
}

/** The row's id is its salt: two same codes have two hashes. */
function codeHash(id: string, code: string): string {
  return createHash('sha256')
    .update(`${id} ${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`)
    .digest('base64url')
}

/** Sends a code to the person's address on file, with the link that asks for it. Codes sent before are good no more. */
export async function sendCode(running: Running, row: CaseRow, person: Gathered & { email: string }): Promise<void> {
  const { trx, tools } = running
  const [id, code] = [newId(), newCode()]
  await trx
    .insertInto('rights_code')
    .values({
      account_id: row.account_id,
      id,
      case_id: row.id,
      code_hash: codeHash(id, code),
      expires_at: sql<Date>`now() + make_interval(mins => ${codeMinutes})`,
    })
    .execute()
  const to = { locale: row.language }
  const what = kindIn(row.kind, row.language)
  await tools.letters.post(trx, {
    accountId: person.accountId,
    personId: person.personId,
    to: person.email,
    kind: 'rights_code',
    language: row.language,
    words: {
      subject: m.rights_letter_code_subject({ number: row.number }, to),
      lines: [m.rights_letter_code({ what }, to), code, m.rights_letter_code_until({ minutes: codeMinutes }, to)],
      action: { label: m.rights_letter_code_action({}, to), url: await requestLink(trx, tools, row, row.language) },
      after: [m.rights_letter_code_not_you({}, to)],
    },
  })
}

/** Uses a code up and answers a pass, good for half an hour; null when it is not the newest, was used, is over or is wrong. */
export async function takeCode(running: Running, row: CaseRow, code: string): Promise<string | null> {
  const newest = await running.trx
    .selectFrom('rights_code')
    .select(['id', 'code_hash', 'used_at', sql<boolean>`expires_at > now()`.as('good')])
    .where('account_id', '=', row.account_id)
    .where('case_id', '=', row.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest?.good || newest.used_at !== null || newest.code_hash !== codeHash(newest.id, code)) return null
  const { token: pass, hash } = linkTokens.newAccountToken(row.account_id)
  const used = await running.trx
    .updateTable('rights_code')
    .set({
      used_at: sql<Date>`now()`,
      pass_hash: hash,
      pass_until: sql<Date>`now() + make_interval(mins => ${passMinutes})`,
    })
    .where('account_id', '=', row.account_id)
    .where('id', '=', newest.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n ? pass : null
}

/** The request that a pass opens now. @throws NotFound for whatever is no good pass, whyever */
export async function caseOfPass(db: Db, pass: string): Promise<CaseRow> {
  const read = linkTokens.readAccountToken(pass)
  const code =
    read &&
    (await db
      .selectFrom('rights_code')
      .select('case_id')
      .where('account_id', '=', read.accountId)
      .where('pass_hash', '=', read.hash)
      .where('pass_until', '>', sql<Date>`now()`)
      .executeTakeFirst())
  const row = code && (await findCase(db, code.case_id))
  if (!row) throw new NotFound('request')
  return row
}
