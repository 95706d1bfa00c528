/** What additions from public sources keep of P12. */
import { roleOf } from '../privacy/compiler/wanted.ts'
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'

/** The only tables that the purpose may write, in whatever way; the log of what it did aside. */
const own = ['enrichment_switch', 'enrichment_fact', 'audit_inbox']

/** Off unless the owner turned it on; while it was off nothing was added; what others said never stands in place of what was given. */
const byOwner = promiseCheck({
  promise: 'P12',
  need: 'switch',
  async run({ inspector, operations, policy }) {
    const turn = operations.find(({ name }) => name === 'enrichment.turn')
    const add = operations.find(({ name }) => name === 'enrichment.add')
    const isOwners = String(turn?.who.staff) === 'owner' && !turn?.who.system && !turn?.who.member
    const byHand = add?.purpose === 'enrichment' && !add.who.system
    const mayObject = policy.purposes.enrichment?.objection === 'possible'
    const { rows } = await inspector.query<{ state: string | null; facts: number; off: number; bare: number }>(
      `with turn as (select state, turned_at, lead(turned_at) over (order by turned_at, id) as until from base.enrichment_switch)
       select (select state from base.enrichment_switch order by turned_at desc, id desc limit 1) as state,
         (select count(*)::int from base.enrichment_fact) as facts,
         (select count(*)::int from base.enrichment_fact f where not exists (select from turn t where t.state = 'on'
            and f.added_at >= t.turned_at and (t.until is null or f.added_at <= t.until))) as off,
         (select count(*)::int from base.enrichment_fact where btrim(source) = '' or source_on > added_at::date + 1) as bare`,
    )
    const { rows: writable } = await inspector.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'base'::regnamespace and c.relkind in ('r', 'p')
         and (has_any_column_privilege($1, c.oid, 'INSERT') or has_any_column_privilege($1, c.oid, 'UPDATE'))`,
      [roleOf('enrichment')],
    )
    const stray = writable.filter(({ name }) => !own.includes(name)).length
    const { state, facts, off, bare } = rows[0] ?? { state: null, facts: 0, off: -1, bare: -1 }
    const isOn = state === 'on'
    return {
      holds: isOwners && byHand && mayObject && off === 0 && bare === 0 && stray === 0,
      figure: {
        ro: `${isOn ? 'pornit' : 'oprit'}; adăugate: ${facts}; cât era oprit: ${off}; fără sursă: ${bare}; alte tabele în care poate scrie: ${stray}`,
        en: `${isOn ? 'on' : 'off'}; added: ${facts}; while off: ${off}; without a source: ${bare}; other tables that it may write: ${stray}`,
      },
    }
  },
})

export const enrichmentPromises: readonly PromiseCheck[] = [byOwner]
