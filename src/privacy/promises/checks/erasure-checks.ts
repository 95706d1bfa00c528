/** Checks that look for what erasures should have taken away, and for their trace outside the database. */
import { residueOf } from '../../compiler/erase.ts'
import { quote } from '../../compiler/quote.ts'
import { type Ground, promiseCheck } from '../check.ts'

/** A job finishes an erasure: one that stands longer than this has come to a halt. */
const patience = '1 hour'

async function rowsLeft({ inspector, maps }: Ground, scope: 'account' | 'person'): Promise<number> {
  const ofScope = scope === 'account' ? 'e.person_id is null' : 'e.person_id is not null'
  let left = 0
  for (const map of maps) {
    const residue = residueOf(map, scope)
    if (residue === null) continue
    const { rows } = await inspector.query<{ n: number }>(
      `select count(*)::int as n from base.${quote(map.table)} t where exists (select from base.erasure_entry e
         cross join lateral (select e.account_id as account, e.person_id as person) s where ${ofScope} and ${residue})`,
    )
    left += rows[0]?.n ?? 0
  }
  return left
}

export const nothingLeft = promiseCheck({
  promise: 'P29',
  need: 'no_residue',
  async run(ground) {
    const { rows } = await ground.inspector.query<{ all: number; halted: number }>(
      `select count(*)::int as all, count(*) filter (where finished_at is null and at < now() - $1::interval)::int as halted
       from base.erasure_entry`,
      [patience],
    )
    const { all, halted } = rows[0] ?? { all: 0, halted: -1 }
    const left = (await rowsLeft(ground, 'account')) + (await rowsLeft(ground, 'person'))
    return {
      holds: halted === 0 && left === 0,
      figure: {
        ro: `ștergeri: ${all}; neterminate: ${halted}; rânduri rămase: ${left}`,
        en: `erasures: ${all}; not finished: ${halted}; rows left: ${left}`,
      },
    }
  },
})

export const erasuresLogged = promiseCheck({
  promise: 'P30',
  need: 'ledger',
  async run({ inspector, erasures }) {
    const logged = new Set((await erasures()).map(({ id }) => id))
    const { rows } = await inspector.query<{ id: string }>(
      'select id from base.erasure_entry where finished_at is not null',
    )
    const missing = rows.filter(({ id }) => !logged.has(id)).length
    return {
      holds: missing === 0,
      figure: {
        ro: `ștergeri: ${rows.length}; absente din afara bazei de date: ${missing}`,
        en: `erasures: ${rows.length}; absent from outside the database: ${missing}`,
      },
    }
  },
})
