/** Checks of P30 that look at backups and restores. */
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'

/** The next backup takes expired ones away: a day and what may go wrong in one. */
const patience = '2 days'
/** One is made each day: without a good one for half as long again something is wrong, whether it left a word or not. */
const longest = '36 hours'

const backups = promiseCheck({
  promise: 'P30',
  need: 'backups',
  async run({ inspector, backupPlan }) {
    const { rows } = await inspector.query<Counted>(
      `select count(*) filter (where name is not null and gone_at is null)::int as kept,
         count(*) filter (where name is not null and gone_at is null and expires_at < now() - $1::interval)::int as expired,
         count(*) filter (where name is not null and how <> 'found' and recipients = '{}')::int as open,
         coalesce(max(finished_at) filter (where failure is not null)
           > greatest(max(finished_at) filter (where name is not null), now() - $1::interval) and
           coalesce(max(finished_at) filter (where name is not null) < now() - $1::interval, true), false) as stale,
         newest is not null as made, coalesce(newest, set_up) < now() - $2::interval as late,
         to_char(coalesce(newest, set_up) at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') as since
       from (select max(finished_at) filter (where name is not null and gone_at is null) as newest from base.backup_run) good
         cross join (select min(set_up_at) as set_up from base.provider) provider left join base.backup_run on true
       group by newest, set_up`,
      [patience, longest],
    )
    const { kept, expired, open, stale, made, late, since } = rows[0] ?? nothing
    const isLate = backupPlan !== null && late === true
    const newest = backupPlan === null || since === null ? null : isLate ? 'late' : made ? 'made' : null
    const said = {
      ro: newest && (newest === 'late' ? `niciuna din ${since}, deși se face una pe zi` : `cea mai nouă: ${since}`),
      en: newest && (newest === 'late' ? `none since ${since}, though one is made a day` : `the newest: ${since}`),
    }
    const more = (words: string | null) => (words ? `; ${words}` : '')
    return {
      holds: expired === 0 && open === 0 && !stale && !isLate,
      figure: {
        ro: `copii păstrate: ${kept}; expirate și neșterse: ${expired}; necriptate: ${open}${more(stale ? 'ultimele încercări au eșuat' : null)}${more(said.ro)}`,
        en: `backups kept: ${kept}; expired and not removed: ${expired}; not encrypted: ${open}${more(stale ? 'the latest attempts failed' : null)}${more(said.en)}`,
      },
    }
  },
})

interface Counted {
  readonly kept: number
  readonly expired: number
  readonly open: number
  readonly stale: boolean
  readonly made: boolean
  /** Null before the desk is set up: there is nothing to back up. */
  readonly late: boolean | null
  /** The newest good one, or where there is none when the desk was set up. */
  readonly since: string | null
}
const nothing: Counted = { kept: -1, expired: -1, open: -1, stale: true, made: false, late: true, since: null }

const replayed = promiseCheck({
  promise: 'P30',
  need: 'replayed',
  async run({ inspector, ledger }) {
    const lines = await ledger()
    const erased = lines.filter((line) => line.kind === 'erasure')
    const ends = lines
      .filter((line) => line.kind === 'end')
      .map(({ what, accountId, of, at }) => ({ what, accountId, of, at }))
    const scopes = erased.map(({ accountId, personId }) => ({ accountId, personId }))
    const { rows } = await inspector.query<{ back: number; open: number; restores: number; unclean: number }>(
      `select (select count(distinct (s."accountId", s."personId"))::int
           from jsonb_to_recordset($1) as s("accountId" uuid, "personId" uuid)
           join base.person p on p.account_id = s."accountId" and (s."personId" is null or s."personId" = p.id)
           where p.erased_at is null) as back,
         (select count(*)::int from jsonb_to_recordset($2) as e(what text, "accountId" uuid, "of" uuid, at timestamptz) where case e.what
             when 'deposit' then exists (select from base.deposit d where d.id = e."of" and d.ended_at is null)
             when 'lease' then exists (select from base.lease l where l.id = e."of" and l.status in ('asked', 'approved'))
             when 'api_key' then exists (select from base.api_key k where k.id = e."of" and k.ended_at is null)
             when 'staff_api_key' then exists (select from base.staff_api_key k where k.id = e."of" and k.ended_at is null)
             when 'passkey' then exists (select from base.login_passkey k where k.id = e."of")
             when 'password' then exists (select from base.login l join base.login_credential c on c.login_id = l.id
               where l.id = e."of" and c.password is not null and coalesce(l.password_changed_at, l.created_at) < e.at)
             when 'enrichment_fact' then exists (select from base.enrichment_fact f
               where f.account_id = e."accountId" and f.id = e."of" and f.removed_at is null)
             when 'succession_campaign' then exists (select from base.succession_campaign c
               where c.id = e."of" and c.cancelled_at is null) end) as open,
         (select count(*)::int from base.restore_run) as restores,
         (select count(*)::int from base.restore_run where (report->'residue'->>'rowsLeft')::int <> 0) as unclean`,
      [JSON.stringify(scopes), JSON.stringify(ends)],
    )
    const { back, open, restores, unclean } = rows[0] ?? { back: -1, open: -1, restores: -1, unclean: -1 }
    return {
      holds: back === 0 && open === 0 && unclean === 0,
      figure: {
        ro: `ștergeri notate în afara bazei de date: ${erased.length}; dintre ele, cu date din nou prezente: ${back}; accese încheiate: ${ends.length}; din nou deschise: ${open}; restaurări: ${restores}`,
        en: `erasures noted outside the database: ${erased.length}; of these, with data present again: ${back}; ends of access: ${ends.length}; open again: ${open}; restores: ${restores}`,
      },
    }
  },
})

export const backupsPromises: readonly PromiseCheck[] = [backups, replayed]
