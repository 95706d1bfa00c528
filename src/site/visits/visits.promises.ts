/** What is promised about visits (P13), seen in what was counted. */
import { type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'

/** Nothing by which a row could be of somebody: what the sums may hold, and what a text there may not look like. */
const columns = ['country', 'day', 'path', 'reader', 'seconds', 'source', 'timed', 'views', 'visits']
const telling = String.raw`(\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}:[0-9a-f]{0,4}:|[0-9a-f]{8}-[0-9a-f]{4}-|[A-Za-z0-9_-]{40,}|@`

const countedWithoutIdentity = promiseCheck({
  promise: 'P13',
  need: 'counted',
  async run({ inspector, operations }) {
    const { rows } = await inspector.query<{ names: string[]; views: string; telling: number }>(
      `select array(select attname::text from pg_attribute where attrelid = 'base.visit_count'::regclass and attnum > 0
           and not attisdropped order by 1) as names,
         (select coalesce(sum(views), 0)::text from base.visit_count) as views,
         (select count(*)::int from base.visit_count where path ~ $1 or source ~ $1) as telling`,
      [telling],
    )
    const { names = [], views = '0', telling: found = -1 } = rows[0] ?? {}
    const counting = operations.some(({ name }) => name === 'visits.record')
    return {
      holds: counting && found === 0 && names.join() === columns.join(),
      figure: {
        ro: `pagini citite, numărate fără identitate: ${views}; rânduri care ar putea arăta pe cineva: ${found}`,
        en: `pages read, counted without identity: ${views}; rows that could point at somebody: ${found}`,
      },
    }
  },
})

const countedByConsent = promiseCheck({
  promise: 'P13',
  need: 'by_consent',
  async run({ inspector, policy }) {
    const { rows } = await inspector.query<{ pages: number; visitors: number; without: number }>(
      `select count(*)::int as pages, count(distinct p.visitor_id)::int as visitors,
         count(*) filter (where not coalesce(c.stands, false))::int as without
       from base.visit_page p left join lateral (
         select c.decision = 'given' and c.text_hash is not null and c.at + $1::interval > p.at as stands
         from base.visitor_choice c where c.visitor_id = p.visitor_id and c.purpose = 'visits'
           and (c.at <= p.at or c.decision = 'withdrawn')
         order by c.at desc, c.id desc limit 1) c on true`,
      [policy.consent.lasts],
    )
    const { pages, visitors, without } = rows[0] ?? { pages: 0, visitors: 0, without: -1 }
    return {
      holds: without === 0,
      figure: {
        ro: `vizitatori numărați cu acord: ${visitors}; pagini: ${pages}; fără acord în vigoare: ${without}`,
        en: `visitors counted by consent: ${visitors}; pages: ${pages}; without a consent in force: ${without}`,
      },
    }
  },
})

export const visitsPromises: readonly PromiseCheck[] = [countedWithoutIdentity, countedByConsent]
