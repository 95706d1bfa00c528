import { z } from 'zod'
import { letterAddressesOf } from '../identity/identity.facade.ts'
import { newId } from '../platform/database/id.ts'
import { m } from '../platform/language/words.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { hashOf } from './case-study.rules.ts'

const words = (longest: number, says: () => string) =>
  z
    .string({ error: () => says() })
    .trim()
    .min(3, { error: () => says() })
    .max(longest, { error: () => says() })
const writers = ['owner', 'sales'] as const

/** Writes a text about a client, or writes it anew: whatever was approved before, this text is shown only once it is approved. */
export const writeCaseStudy = writeOperation({
  name: 'case_study.write',
  purpose: 'case_studies',
  http: 'POST /case-studies',
  says: 'Write a case study, or change it, and ask the owners of the client to approve exactly this text',
  who: { staff: writers },
  input: z.strictObject({
    accountId: z.uuid(),
    studyId: z.uuid().optional(),
    titleRo: words(160, m.case_study_expect_title),
    titleEn: words(160, m.case_study_expect_title),
    bodyRo: words(20_000, m.case_study_expect_body),
    bodyEn: words(20_000, m.case_study_expect_body),
  }),
  output: z.object({ studyId: z.string() }),
  async run({ trx, actor, input, now, concerning, enqueue }) {
    const { accountId } = input
    const account = await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId)
      .where('kind', '=', 'client')
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (!account) throw new NotFound('account')
    concerning({ accountId })
    const text = { title_ro: input.titleRo, title_en: input.titleEn, body_ro: input.bodyRo, body_en: input.bodyEn }
    const values = { ...text, text_hash: hashOf(text), written_at: now, written_by: actor.staffId }
    const studyId = input.studyId ?? newId()
    if (input.studyId === undefined) {
      await trx
        .insertInto('case_study')
        .values({ account_id: accountId, id: studyId, ...values })
        .execute()
    } else {
      const changed = await trx
        .updateTable('case_study')
        .set({ ...values, dropped_at: null, dropped_by: null })
        .where('account_id', '=', accountId)
        .where('id', '=', studyId)
        .executeTakeFirst()
      if (changed.numUpdatedRows !== 1n) throw new NotFound('case_study')
    }
    await enqueue(askApproval, { accountId, studyId }, { key: studyId })
    return { studyId }
  },
})

/** The provider takes a text from its pages. */
export const dropCaseStudy = writeOperation({
  name: 'case_study.drop',
  purpose: 'case_studies',
  http: 'POST /case-studies/{studyId}/end',
  says: 'Take a case study from the pages',
  who: { staff: writers },
  input: z.strictObject({ accountId: z.uuid(), studyId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, now, concerning }) {
    concerning({ accountId: input.accountId })
    const dropped = await trx
      .updateTable('case_study')
      .set({ dropped_at: now, dropped_by: actor.staffId })
      .where('account_id', '=', input.accountId)
      .where('id', '=', input.studyId)
      .executeTakeFirst()
    if (dropped.numUpdatedRows !== 1n) throw new NotFound('case_study')
    return {}
  },
})

/** A job: asks the owners of the client by letter, which leads to the text and does not hold it. */
export const askApproval = writeOperation({
  name: 'case_study.ask',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), studyId: z.uuid() }),
  output: z.object({ asked: z.int() }),
  async run({ trx, input: { accountId, studyId }, tools, concerning }) {
    const study = await trx
      .selectFrom('case_study')
      .select(['title_ro', 'title_en', 'dropped_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', studyId)
      .executeTakeFirst()
    if (!study || study.dropped_at) return { asked: 0 }
    const owners = await letterAddressesOf(trx, accountId, ['owner'])
    concerning({ accountId, personIds: owners.map((one) => one.personId) })
    for (const { personId, to, language } of owners) {
      const locale = { locale: language }
      const title = language === 'ro' ? study.title_ro : study.title_en
      const words = {
        subject: m.case_study_letter_subject({}, locale),
        lines: [m.case_study_letter({ title }, locale)],
        action: {
          label: m.case_study_letter_action({}, locale),
          url: `${tools.signIn.origin}/desk/privacy/case-studies`,
        },
      }
      await tools.letters.post(trx, { accountId, personId, to, kind: 'case_study', language, words })
    }
    return { asked: owners.length }
  },
})
