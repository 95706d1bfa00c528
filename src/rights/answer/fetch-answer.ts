/** The letter of an answer as a file: to the person, to who gave a code, to the staff who post it. */
import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { findCase } from '../request/case.queries.ts'
import { caseOfPass } from '../request/code.ts'
import { linkField } from '../request/fields.ts'
import { answerFile, fileFormats } from './answer-file.ts'

const file = z.object({ filename: z.string(), contentType: z.string(), content: z.instanceof(Uint8Array) })
const format = z.enum(fileFormats)

export const fetchAnswer = readOperation({
  name: 'request.fetch_answer',
  purpose: 'rights',
  who: { member: 'any' },
  input: z.strictObject({ caseId: z.uuid(), answerId: z.uuid(), format }),
  output: file,
  async run({ db, actor, input, concerning }) {
    const row = await findCase(db, input.caseId)
    if (row?.account_id !== actor.accountId || row.person_id !== actor.personId) throw new NotFound('request')
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    return await answerFile(db, row, input.answerId, input.format)
  },
})

export const fetchAnswerByPass = readOperation({
  name: 'request.fetch_answer_by_pass',
  purpose: 'rights',
  who: { visitor: true },
  input: z.strictObject({ pass: linkField, answerId: z.uuid(), format }),
  output: file,
  async run({ db, input, concerning }) {
    const row = await caseOfPass(db, input.pass)
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    return await answerFile(db, row, input.answerId, input.format)
  },
})

export const fetchAnswerForStaff = readOperation({
  name: 'request.fetch_answer_for_staff',
  purpose: 'rights',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ caseId: z.uuid(), answerId: z.uuid(), format }),
  output: file,
  async run({ db, input, concerning }) {
    const row = await findCase(db, input.caseId)
    if (!row) throw new NotFound('request')
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    return await answerFile(db, row, input.answerId, input.format)
  },
})
