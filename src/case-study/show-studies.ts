/** Case studies as everybody reads them, and as the staff see them. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { For } from '../privacy/map/types.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { accountAsked } from '../privacy/operation/whom-it-concerns.ts'

type Db = Kysely<For<'case_studies'>>

/** Only texts that an owner approves as they are now, read through the view from which withdrawn consents are gone. */
function published(db: Db) {
  return db
    .selectFrom('case_study as s')
    .where('s.dropped_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('case_study_approval as a')
          .select('a.id')
          .whereRef('a.account_id', '=', 's.account_id')
          .whereRef('a.study_id', '=', 's.id')
          .whereRef('a.text_hash', '=', 's.text_hash')
          .where('a.decision', '=', 'approved')
          .where('a.withdrawn_at', 'is', null),
      ),
    )
}

const both = z.object({ ro: z.string(), en: z.string() })

export const listCaseStudies = readOperation({
  name: 'case_study.list',
  purpose: 'case_studies',
  http: 'GET /case-studies',
  says: 'Published case studies',
  who: { visitor: true },
  input: z.strictObject({}),
  output: z.object({ studies: z.array(z.object({ id: z.string(), title: both, lead: both })) }),
  async run({ db }) {
    const rows = await published(db)
      .select(['s.id', 's.title_ro', 's.title_en', 's.body_ro', 's.body_en'])
      .orderBy('s.written_at', 'desc')
      .limit(100)
      .execute()
    return {
      studies: rows.map((row) => ({
        id: row.id,
        title: { ro: row.title_ro, en: row.title_en },
        lead: { ro: leadOf(row.body_ro), en: leadOf(row.body_en) },
      })),
    }
  },
})

export const showCaseStudy = readOperation({
  name: 'case_study.show',
  purpose: 'case_studies',
  http: 'GET /case-studies/{studyId}',
  says: 'One published case study',
  who: { visitor: true },
  input: z.strictObject({ studyId: z.uuid() }),
  output: z.object({ title: both, body: both }),
  async run({ db, input, concerning }) {
    const row = await published(db)
      .select(['s.account_id', 's.title_ro', 's.title_en', 's.body_ro', 's.body_en'])
      .where('s.id', '=', input.studyId)
      .executeTakeFirst()
    if (!row) throw new NotFound('case_study')
    concerning({ accountId: row.account_id })
    return { title: { ro: row.title_ro, en: row.title_en }, body: { ro: row.body_ro, en: row.body_en } }
  },
})

/** All texts about one client, whatever their state. */
export const caseStudiesOfClient = readOperation({
  name: 'case_study.of_client',
  purpose: 'case_studies',
  http: 'GET /clients/{accountId}/case-studies',
  says: 'Case studies about a client, with how each stands',
  who: { staff: ['owner', 'sales', 'privacy'] },
  input: z.strictObject({ accountId: z.uuid() }),
  output: z.object({
    studies: z.array(
      z.object({
        id: z.string(),
        titleRo: z.string(),
        titleEn: z.string(),
        bodyRo: z.string(),
        bodyEn: z.string(),
        writtenAt: z.date(),
        state: z.enum(['published', 'waits', 'dropped']),
      }),
    ),
  }),
  concerns: accountAsked,
  async run({ db, input: { accountId } }) {
    const live = await published(db).select('s.id').where('s.account_id', '=', accountId).execute()
    const rows = await db
      .selectFrom('case_study')
      .select(['id', 'title_ro', 'title_en', 'body_ro', 'body_en', 'written_at', 'dropped_at'])
      .where('account_id', '=', accountId)
      .orderBy('written_at', 'desc')
      .limit(100)
      .execute()
    const ids = new Set(live.map((row) => row.id))
    return {
      studies: rows.map((row) => ({
        id: row.id,
        titleRo: row.title_ro,
        titleEn: row.title_en,
        bodyRo: row.body_ro,
        bodyEn: row.body_en,
        writtenAt: row.written_at,
        state: row.dropped_at ? ('dropped' as const) : ids.has(row.id) ? ('published' as const) : ('waits' as const),
      })),
    }
  },
})

/** The first paragraph, cut where it is long. */
function leadOf(body: string): string {
  const first = body.split(/\n\s*\n/)[0] ?? ''
  return first.length > 240 ? `${first.slice(0, 240)}…` : first
}
