/** An owner of the client approves one exact text, refuses it, or takes an approval back. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { m } from '../platform/language/words.ts'
import { recordConsent } from '../privacy/limits/record-consent.ts'
import type { PurposeTrx } from '../privacy/map/types.ts'
import { consentText } from '../privacy/notice/consent-text.ts'
import { Invalid, NotFound } from '../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'

type Trx = PurposeTrx<'rights'>

/** Texts about the member's company, each with how it stands. */
export const ownCaseStudies = readOperation({
  name: 'case_study.own',
  purpose: 'rights',
  http: 'GET /privacy/case-studies',
  says: 'Case studies about your company that wait for your approval or have it',
  who: { member: ['owner'] },
  input: z.strictObject({}),
  output: z.object({
    /** What one agrees to, beside the text itself. */
    consent: z.string(),
    studies: z.array(
      z.object({
        id: z.string(),
        title: z.object({ ro: z.string(), en: z.string() }),
        body: z.object({ ro: z.string(), en: z.string() }),
        text: z.string(),
        writtenAt: z.date(),
        state: z.enum(['asked', 'approved', 'refused', 'withdrawn']),
        stateAt: z.date().nullable(),
      }),
    ),
  }),
  async run({ db, actor, caller, concerning }) {
    const { accountId } = actor
    concerning({ accountId, personIds: [actor.personId] })
    const rows = await db
      .selectFrom('case_study as s')
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('case_study_approval as a')
            .select(['a.decision', 'a.decided_at', 'a.withdrawn_at'])
            .select(consentStands(sql.ref('a.account_id'), sql.ref('a.person_id')).as('stands'))
            .whereRef('a.account_id', '=', 's.account_id')
            .whereRef('a.study_id', '=', 's.id')
            .whereRef('a.text_hash', '=', 's.text_hash')
            .orderBy(sql`(a.decision = 'approved' and a.withdrawn_at is null)`, 'desc')
            .orderBy('a.decided_at', 'desc')
            .limit(1)
            .as('last'),
        (join) => join.onTrue(),
      )
      .select(['s.id', 's.title_ro', 's.title_en', 's.body_ro', 's.body_en', 's.text_hash', 's.written_at'])
      .select(['last.decision', 'last.decided_at', 'last.withdrawn_at', 'last.stands'])
      .where('s.account_id', '=', accountId)
      .where('s.dropped_at', 'is', null)
      .orderBy('s.written_at', 'desc')
      .limit(50)
      .execute()
    return {
      consent: consentText('case_studies', caller.locale ?? 'ro').whole,
      studies: rows.map((row) => ({
        id: row.id,
        title: { ro: row.title_ro, en: row.title_en },
        body: { ro: row.body_ro, en: row.body_en },
        text: row.text_hash,
        writtenAt: row.written_at,
        state: isGone(row) ? ('withdrawn' as const) : (row.decision ?? ('asked' as const)),
        stateAt: row.withdrawn_at ?? row.decided_at,
      })),
    }
  },
})

export const decideCaseStudy = writeOperation({
  name: 'case_study.decide',
  purpose: 'rights',
  http: 'PUT /privacy/case-studies/{studyId}',
  says: 'Approve exactly the text that was read, refuse it, or take an approval back, which unpublishes it at once',
  who: { member: ['owner'] },
  input: z.strictObject({
    studyId: z.uuid(),
    answer: z.enum(['yes', 'no'], { error: () => m.case_study_expect_answer() }),
    /** To approve: the fingerprint of the text that was read. */
    text: z.string().max(64).optional(),
  }),
  output: z.object({}),
  async run({ trx, actor, caller, input, now, concerning }) {
    const { accountId, personId } = actor
    concerning({ accountId, personIds: [personId] })
    // Whoever writes the text anew at this moment comes before or after, never in between.
    await sql`select id from base.case_study where account_id = ${accountId} and id = ${input.studyId} for update`.execute(
      trx,
    )
    const study = await trx
      .selectFrom('case_study')
      .select(['id', 'text_hash', 'dropped_at'])
      .where('account_id', '=', accountId)
      .where('id', '=', input.studyId)
      .executeTakeFirst()
    if (!study) throw new NotFound('case_study')
    const isPage = caller.via === 'page'
    const path = isPage ? '/desk/privacy/case-studies' : `/api/v1/privacy/case-studies/${study.id}`
    const asked = { purpose: 'case_studies', language: caller.locale ?? 'ro', surface: 'case study', path } as const
    if (input.answer === 'yes') {
      if (study.dropped_at || input.text !== study.text_hash) throw new Invalid({ text: m.case_study_text_changed() })
      if (await approves(trx, accountId, personId, study)) return {}
      await endGone(trx, accountId, personId, now)
      await note(trx, { accountId, personId, study, decision: 'approved', now })
      await recordConsent(trx, { accountId, personId }, { ...asked, decision: 'given', method: 'accept' }, actor)
      return {}
    }
    const taken = await trx
      .updateTable('case_study_approval')
      .set({ withdrawn_at: now })
      .where('account_id', '=', accountId)
      .where('study_id', '=', study.id)
      .where('decision', '=', 'approved')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (!taken.numUpdatedRows) await note(trx, { accountId, personId, study, decision: 'refused', now })
    // The consent goes with the last text that rests on it.
    if (!(await approves(trx, accountId, personId)) && (await gave(trx, accountId, personId)))
      await recordConsent(trx, { accountId, personId }, { ...asked, decision: 'withdrawn', method: 'withdraw' }, actor)
    return {}
  },
})

/** Whether what a person said last about the purpose is a consent: it was neither taken back, by whatever way, nor has it run out. */
function consentStands(accountId: RawBuilder<unknown>, personId: RawBuilder<unknown>) {
  return sql<boolean>`coalesce((select l.kind = 'consent_given' from limit_entry l where l.account_id = ${accountId}
    and l.person_id = ${personId} and l.purpose = 'case_studies' order by l.number desc limit 1), false)`
}

function isGone(row: { decision: string | null; withdrawn_at: Date | null; stands: boolean | null }): boolean {
  return row.withdrawn_at !== null || (row.decision === 'approved' && row.stands === false)
}

/** A new consent is to the text that is approved with it. What rested on one that is gone does not come back by it. */
async function endGone(trx: Trx, accountId: string, personId: string, now: Date): Promise<void> {
  await trx
    .updateTable('case_study_approval')
    .set({ withdrawn_at: now })
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('decision', '=', 'approved')
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb.not(consentStands(sql`${accountId}::uuid`, sql`${personId}::uuid`)))
    .execute()
}

interface Study {
  readonly id: string
  readonly text_hash: string
}

/** Whether this person approves this text, or any. */
async function approves(trx: Trx, accountId: string, personId: string, study?: Study): Promise<boolean> {
  const row = await trx
    .selectFrom('case_study_approval')
    .select('id')
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('decision', '=', 'approved')
    .where('withdrawn_at', 'is', null)
    .$if(study !== undefined, (query) =>
      query.where('study_id', '=', study?.id ?? '').where('text_hash', '=', study?.text_hash ?? ''),
    )
    .executeTakeFirst()
  const stands = await gave(trx, accountId, personId)
  return row !== undefined && stands
}

/** Whether the person's consent to the purpose stands now. */
async function gave(trx: Trx, accountId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`
    select base.is_limited(${accountId}::uuid, ${personId}::uuid, 'case_studies') as out`.execute(trx)
  return rows[0]?.out === false
}

async function note(
  trx: Trx,
  given: { accountId: string; personId: string; study: Study; decision: 'approved' | 'refused'; now: Date },
): Promise<void> {
  await trx
    .insertInto('case_study_approval')
    .values({
      account_id: given.accountId,
      id: newId(),
      study_id: given.study.id,
      person_id: given.personId,
      text_hash: given.study.text_hash,
      decision: given.decision,
      decided_at: given.now,
    })
    .execute()
}
