/** The copy of the data that a request for access or portability was granted: one ZIP, streamed, of every person of the address. */
import { z } from 'zod'
import { type ExportSubject, exportArchive } from '../../privacy/held/export-archive.ts'
import { heldTables, portableTables } from '../../privacy/held/held-tables.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import type { Concern } from '../../privacy/operation/operation.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { type CaseRow, findCase } from '../request/case.queries.ts'
import { caseOfPass } from '../request/code.ts'
import { linkField } from '../request/fields.ts'
import { heldOf } from '../request/granted-parts.ts'
import { personsOfCase } from '../request/persons.queries.ts'
import type { Db } from '../request/request-db.ts'
import { answerFiles } from './answer-file.ts'

const archive = z.object({ filename: z.string(), content: z.instanceof(ReadableStream) })

export const takeCopy = readOperation({
  name: 'request.take',
  purpose: 'rights',
  who: { member: 'any', fresh: true },
  input: z.strictObject({ caseId: z.uuid() }),
  output: archive,
  async run({ db, actor, input, tools, now, concerning }) {
    const row = await findCase(db, input.caseId)
    if (row?.account_id !== actor.accountId || row.person_id !== actor.personId) throw new NotFound('request')
    return await copyOf({ db, tools, now, concerning }, row)
  },
})

export const takeCopyByPass = readOperation({
  name: 'request.take_by_pass',
  purpose: 'rights',
  who: { visitor: true },
  input: z.strictObject({ pass: linkField }),
  output: archive,
  async run({ db, input, tools, now, concerning }) {
    return await copyOf({ db, tools, now, concerning }, await caseOfPass(db, input.pass))
  },
})

interface Copying {
  readonly db: Db
  readonly tools: Tools
  readonly now: Date
  concerning(concern: Concern): void
}

async function copyOf({ db, tools, now, concerning }: Copying, row: CaseRow) {
  const granted = ['done', 'partly'].includes(row.outcome ?? '')
  if (!granted || (row.kind !== 'access' && row.kind !== 'portability')) throw new NotFound('copy')
  const persons = (await personsOfCase(db, row.id)).filter((one) => one.capacity === 'controller')
  const [first, ...others] = persons.map((person, at): ExportSubject => {
    concerning({ accountId: person.accountId, personIds: [person.personId] })
    return { subject: heldOf(person).subject, folder: persons.length > 1 ? `account-${at + 1}/` : '' }
  })
  if (!first) throw new NotFound('copy')
  concerning({ accountId: row.account_id })
  const tables = heldTables(tools.maps)
  const content = exportArchive({
    db,
    tables: row.kind === 'portability' ? portableTables(tables) : tables,
    subjects: [first, ...others],
    now,
    reach: row.kind === 'access' ? 'addressed' : 'given',
    documents: await answerFiles(db, row),
    readFile: (accountId, fileId) => tools.files.read(accountId, fileId),
  })
  return { filename: `zavor-${row.number}.zip`, content }
}
