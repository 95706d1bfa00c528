/** What the reports about children keep of P40. */
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { formFields } from '../privacy/promises/form-fields.ts'

interface Counted {
  readonly made: number
  readonly open: number
  readonly late: number
  readonly removed: number
  readonly unproven: number
  readonly telling: number
}

/** The way is open without an account, no report waits or was decided after its day, and each removal has its erasure. */
const report = promiseCheck({
  promise: 'P40',
  need: 'report',
  async run(ground) {
    const open = ground.operations.some(({ name, who }) => name === 'child_report.make' && who.visitor)
    const byProgram = ground.operations.some(
      ({ name, who }) => name === 'child_report.remove' && !(who.staff && who.fresh),
    )
    let closed = 0
    for (const path of ['/ro/child', '/en/child']) {
      const { status, body } = await ground.page(path)
      const fields = formFields(body.slice(body.indexOf('<main')))
      if (status !== 200 || !fields.some(({ name, isExplained }) => name === 'aboutWhom' && isExplained)) closed += 1
    }
    const { rows } = await ground.inspector.query<Counted>(
      `select count(*)::int as made, count(*) filter (where decided_at is null)::int as open,
         count(*) filter (where coalesce(decided_at, now()) > due_at
           and coalesce(decided_at, now()) > now() - interval '30 days')::int as late,
         count(*) filter (where outcome = 'removed')::int as removed,
         count(*) filter (where exists (select from unnest(r.erasures) e
           where not exists (select from base.erasure_entry x where x.id = e)))::int as unproven,
         count(*) filter (where decided_at is not null and num_nonnulls(about_whom, why) > 0)::int as telling
       from base.child_report r`,
    )
    const { made, open: waiting, late, removed, unproven, telling } = rows[0] ?? nothing
    return {
      holds: open && !byProgram && closed === 0 && late === 0 && unproven === 0 && telling === 0,
      figure: {
        ro: `sesizări: ${made}; deschise: ${waiting}; peste o zi: ${late}; eliminări: ${removed}, fără dovadă: ${unproven}; pagini închise: ${closed}`,
        en: `reports: ${made}; open: ${waiting}; past a day: ${late}; removals: ${removed}, without proof: ${unproven}; pages closed: ${closed}`,
      },
    }
  },
})

const nothing: Counted = { made: 0, open: 0, late: -1, removed: 0, unproven: -1, telling: -1 }

export const childrenPromises: readonly PromiseCheck[] = [report]
