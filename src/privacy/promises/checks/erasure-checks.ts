/** Checks that look for what erasures should have taken away, and for their trace outside the database. */
import { rowsLeft } from '../../residue/rows-left.ts'
import { promiseCheck } from '../check.ts'

/** A job finishes an erasure: one that stands longer than this has come to a halt. */
const patience = '1 hour'
/** What is committed stands outside at once, or after the worker's next look. */
const settling = '2 minutes'

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
    const left =
      (await rowsLeft(ground.inspector, ground.maps, 'account')) +
      (await rowsLeft(ground.inspector, ground.maps, 'person'))
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
  async run({ inspector, ledger }) {
    const outside = await ledger()
    const last = outside.at(-1)
    const { rows } = await inspector.query<{ all: number; late: number; missing: number; seq: string; hash: string }>(
      `select count(*)::int as all,
         count(*) filter (where e.seq is null and e.at < now() - $1::interval)::int as late,
         count(*) filter (where e.seq is not null and e.id <> all ($2::uuid[]))::int as missing, h.seq, encode(h.hash, 'hex') as hash
       from base.ledger_head h left join base.ledger_entry e on true group by h.seq, h.hash`,
      [settling, outside.map(({ id }) => id)],
    )
    const { late, missing, seq, hash } = rows[0] ?? { late: -1, missing: -1, seq: '-1', hash: '' }
    const whole = Number(seq) <= outside.length && (Number(seq) === 0 || outside[Number(seq) - 1]?.hash === hash)
    return {
      holds: late === 0 && missing === 0 && whole,
      figure: {
        ro: `ștergeri, retrageri, restricționări și accese încheiate, în afara bazei de date: ${last?.seq ?? 0}; absente de acolo: ${late + missing}`,
        en: `erasures, withdrawals, restrictions and ends of access outside the database: ${last?.seq ?? 0}; absent from there: ${late + missing}`,
      },
    }
  },
})
