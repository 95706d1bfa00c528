/** What access keeps of P8, P9, P11 and P15, looked at in the live database. */
import { refuseUnlessEnvelope } from '../platform/keys/envelope.ts'
import { type Ground, type PromiseCheck, promiseCheck, promiseChecks } from '../privacy/promises/check.ts'
import type { DepositKind } from './sealed/deposit-kinds.ts'

const kinds = { P8: 'server', P9: 'database', P11: 'ticketing' } as const satisfies Record<string, DepositKind>
type Entrusted = keyof typeof kinds

async function envelopesOf({ inspector }: Ground, kind: DepositKind) {
  const { rows } = await inspector.query<{ sealed: Buffer | null; ended: boolean }>(
    'select sealed, ended_at is not null as ended from base.deposit where kind = $1',
    [kind],
  )
  const kept = rows.filter((row) => row.ended && row.sealed !== null).length
  const clear = rows.filter((row) => row.sealed !== null && !isEnvelope(row.sealed)).length
  return {
    holds: kept === 0 && clear === 0,
    figure: {
      ro: `depuneri: ${rows.length}; necriptate: ${clear}; păstrate după încheiere: ${kept}`,
      en: `deposits: ${rows.length}; not encrypted: ${clear}; kept after they ended: ${kept}`,
    },
  }
}

function isEnvelope(bytes: Buffer): boolean {
  try {
    refuseUnlessEnvelope(bytes)
    return true
  } catch {
    return false
  }
}

/** What the client's pages read is the views of the purpose access: what is missing there, the client does not see. */
async function usesShownOf({ inspector, operations }: Ground, kind: DepositKind) {
  const { rows } = await inspector.query<{ all: number; shown: number }>(
    `select count(*)::int as all, count(*) filter (where seen)::int as shown from (
       select exists (select from access.lease v where v.account_id = l.account_id and v.id = l.id) as seen
       from base.lease l join base.deposit d on d.account_id = l.account_id and d.id = l.deposit_id and d.kind = $1
       union all
       select exists (select from access.reveal v where v.account_id = r.account_id and v.id = r.id)
       from base.reveal r join base.deposit d on d.account_id = r.account_id and d.id = r.deposit_id and d.kind = $1) u`,
    [kind],
  )
  const { all, shown } = rows[0] ?? { all: 0, shown: -1 }
  const open = ['lease.list', 'reveal.list'].every((name) =>
    operations.some((operation) => operation.name === name && operation.who.member === 'any'),
  )
  return {
    holds: open && all === shown,
    figure: {
      ro: `accese temporare și folosiri: ${all}; la vederea clientului: ${open ? shown : 0}`,
      en: `temporary accesses and uses: ${all}; in the client’s sight: ${open ? shown : 0}`,
    },
  }
}

const handedOver: readonly PromiseCheck[] = (Object.keys(kinds) as Entrusted[]).flatMap((promise) => [
  ...promiseChecks([promise], { need: 'envelopes', run: (ground) => envelopesOf(ground, kinds[promise]) }),
  ...promiseChecks([promise], { need: 'uses_shown', run: (ground) => usesShownOf(ground, kinds[promise]) }),
])

const namedRequests = promiseCheck({
  promise: 'P15',
  need: 'named_requests',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ requests: number; bare: number }>(
      `select count(*)::int as requests, count(*) filter (where trim(r.reason) = '' or r.expires_at <= r.created_at
         or not exists (select from base.secret_request_item i where i.account_id = r.account_id
           and i.request_id = r.id and trim(i.name) <> ''))::int as bare
       from base.secret_request r`,
    )
    const { requests, bare } = rows[0] ?? { requests: 0, bare: -1 }
    return {
      holds: bare === 0,
      figure: {
        ro: `solicitări: ${requests}; fără motiv, sfârșit sau lucruri numite: ${bare}`,
        en: `requests: ${requests}; without a reason, an end or named things: ${bare}`,
      },
    }
  },
})

const timeBoxed = promiseCheck({
  promise: 'P15',
  need: 'time_boxed',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ leases: number; loose: number }>(
      `select count(*)::int as leases, count(*) filter (where trim(l.reason) = ''
         or (l.status = 'approved' and l.expires_at is null)
         or exists (select from base.reveal r where r.account_id = l.account_id and r.lease_id = l.id
           and (r.at > l.expires_at or r.at > l.ended_at)))::int as loose
       from base.lease l`,
    )
    const { leases, loose } = rows[0] ?? { leases: 0, loose: -1 }
    return {
      holds: loose === 0,
      figure: {
        ro: `accese temporare: ${leases}; fără motiv, fără sfârșit sau folosite după el: ${loose}`,
        en: `temporary accesses: ${leases}; without reason or end, or used after it: ${loose}`,
      },
    }
  },
})

export const accessPromises: readonly PromiseCheck[] = [...handedOver, namedRequests, timeBoxed]
