import { sql } from 'kysely'
import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'

const most = 12
const counted = z.object({ name: z.string(), views: z.int(), visits: z.int() })

/** The figures of the public pages over the last days, today included. Each says on the page how it is counted. */
export const showVisits = readOperation({
  name: 'visits.show',
  purpose: 'visits',
  http: 'GET /visits',
  says: 'How the public pages are visited: sums without identity, and what visitors who agreed let us count.',
  who: { staff: ['owner', 'sales', 'privacy'] },
  input: z.strictObject({ days: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]).default(30) }),
  output: z.object({
    days: z.int(),
    views: z.int(),
    visits: z.int(),
    /** Of programs, left out of all other figures. */
    programs: z.int(),
    /** Mean time until the next page of the same visit, in seconds; null when there was none. */
    seconds: z.number().nullable(),
    timed: z.int(),
    pages: z.array(counted),
    countries: z.array(counted),
    sources: z.array(counted),
    byDay: z.array(z.object({ day: z.string(), views: z.int(), visits: z.int() })),
    /** Of visitors who agreed. */
    agreed: z.object({ visitors: z.int(), returning: z.int(), pages: z.int() }),
  }),
  async run({ db, input: { days }, now }) {
    const from = new Date(now.getTime() - (days - 1) * 86_400_000).toISOString().slice(0, 10)
    const rows = () => db.selectFrom('visit_count').where('day', '>=', from)
    const people = () => rows().where('reader', '=', 'person')
    const top = (column: 'path' | 'country' | 'source') =>
      people()
        .select([
          `${column} as name`,
          sql<number>`sum(views)::int`.as('views'),
          sql<number>`sum(visits)::int`.as('visits'),
        ])
        .groupBy(column)
        .orderBy('views', 'desc')
        .orderBy(column)
        .limit(most)
        .execute()
    const all = await people()
      .select([
        sql<number>`coalesce(sum(views), 0)::int`.as('views'),
        sql<number>`coalesce(sum(visits), 0)::int`.as('visits'),
        sql<number>`coalesce(sum(timed), 0)::int`.as('timed'),
        sql<number | null>`(sum(seconds) / nullif(sum(timed), 0))::float`.as('seconds'),
      ])
      .executeTakeFirstOrThrow()
    const programs = await rows()
      .where('reader', '=', 'program')
      .select(sql<number>`coalesce(sum(views), 0)::int`.as('views'))
      .executeTakeFirstOrThrow()
    const byDay = await people()
      .select([
        sql<string>`day::text`.as('day'),
        sql<number>`sum(views)::int`.as('views'),
        sql<number>`sum(visits)::int`.as('visits'),
      ])
      .groupBy('day')
      .orderBy('day', 'desc')
      .limit(31)
      .execute()
    const agreed = await sql<{ visitors: number; returning: number; pages: number }>`
      select count(*)::int as visitors, count(*) filter (where days > 1)::int as returning, coalesce(sum(pages), 0)::int as pages
      from (select count(distinct (at at time zone 'UTC')::date) as days, count(*) as pages from visit_page
        where at >= ${from}::date group by visitor_id) v`.execute(db)
    const [pages, countries, sources] = [await top('path'), await top('country'), await top('source')]
    return {
      days,
      ...all,
      programs: programs.views,
      ...{ pages, countries, sources, byDay },
      agreed: agreed.rows[0] ?? { visitors: 0, returning: 0, pages: 0 },
    }
  },
})
