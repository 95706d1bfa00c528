/** Checks on how limited persons leave the views of a purpose. */
import type { PurposeName } from '../../../../policy/policy.ts'
import { ownEnds } from '../../compiler/markers.ts'
import { roleOf } from '../../compiler/wanted.ts'
import { markerFaults } from '../../limits/marker-faults.ts'
import type { AnyDataMap } from '../../map/data-map.ts'
import { primaryKey, useOf } from '../../map/uses.ts'
import { type Ground, promiseCheck } from '../check.ts'

/** Rows that a purpose's view shows although the person is limited in that purpose. */
async function shownDespite({ inspector, maps, policy }: Ground, purposes: readonly string[]) {
  let limited = 0
  let shown = 0
  for (const map of maps.filter((one) => one.rule.about !== null)) {
    for (const purpose of purposes) {
      if (!hasView(map, purpose as PurposeName)) continue
      const bit = 2 ** (policy.purposes[purpose]?.bit ?? 31)
      const joined = primaryKey(map)
        .map((name) => `v."${name}" = b."${name}"`)
        .join(' and ')
      const { rows } = await inspector.query<{ limited: number; shown: number }>(
        `select count(*)::int as limited, count(*) filter (where exists (
           select from "${purpose}"."${map.table}" v where ${joined}))::int as shown
         from base."${map.table}" b where b.marker & ${bit} <> 0`,
      )
      limited += rows[0]?.limited ?? 0
      shown += rows[0]?.shown ?? 0
    }
  }
  return { limited, shown }
}

function hasView(map: AnyDataMap, purpose: PurposeName): boolean {
  return Object.values(map.columns).some((column) => {
    const use = useOf(map, column, purpose)
    return use !== undefined && use !== 'blind'
  })
}

/** Rows about those held for a client that a purpose of the provider's own shows: a processor uses nobody's data for itself. */
export const noOwnEnds = promiseCheck({
  promise: 'P1',
  need: 'own_ends',
  async run({ inspector, maps, policy }) {
    const purposes = ownEnds(policy)
    const { rows: held } = await inspector.query<{ account_id: string; id: string }>(
      'select p.account_id, p.id from base.person p where p.login_id is null and base.held_for_client(p.account_id, p.id)',
    )
    const whose = [held.map((one) => one.account_id), held.map((one) => one.id)]
    let shown = 0
    for (const map of held.length > 0 ? maps.filter((one) => one.rule.about !== null) : []) {
      const joined = primaryKey(map)
        .map((name) => `v."${name}" = b."${name}"`)
        .join(' and ')
      for (const purpose of purposes.filter((name) => hasView(map, name as PurposeName))) {
        const { rows } = await inspector.query<{ shown: number }>(
          `select count(*)::int as shown from unnest($1::uuid[], $2::uuid[]) h(account, person)
             join base."${map.table}" b on b.account_id = h.account and b."${map.rule.about}" = h.person
             join "${purpose}"."${map.table}" v on ${joined}`,
          whose,
        )
        shown += rows[0]?.shown ?? 0
      }
    }
    return {
      holds: purposes.includes('improvement') && shown === 0,
      figure: {
        ro: `clienți ai clienților: ${held.length}; scopuri proprii: ${purposes.length}; rânduri văzute de ele: ${shown}`,
        en: `clients’ customers: ${held.length}; purposes of its own: ${purposes.length}; rows that these see: ${shown}`,
      },
    }
  },
})

export const limitsWork = promiseCheck({
  promise: 'P35',
  need: 'limits_work',
  async run(ground) {
    const stoppable = Object.entries(ground.policy.purposes)
      .filter(([, purpose]) => purpose.objection !== 'none' || purpose.restriction === 'stops')
      .map(([name]) => name)
    const { limited, shown } = await shownDespite(ground, stoppable)
    const faults = (await markerFaults(ground.inspector, ground.maps)).length
    return {
      holds: shown === 0 && faults === 0,
      figure: {
        ro: `rânduri ale persoanelor limitate: ${limited}; văzute totuși: ${shown}; abateri de la alegeri: ${faults}`,
        en: `rows about limited persons: ${limited}; seen nevertheless: ${shown}; departures from choices: ${faults}`,
      },
    }
  },
})

export const updatesByChoice = promiseCheck({
  promise: 'P19',
  need: 'updates_by_choice',
  async run(ground) {
    const { limited, shown } = await shownDespite(ground, ['updates'])
    const assumed = await withoutConsent(ground, ['updates'])
    return {
      holds: shown === 0 && assumed === 0,
      figure: {
        ro: `rânduri ale celor care nu au cerut noutăți: ${limited}; văzute totuși: ${shown + assumed}`,
        en: `rows about those who asked for no updates: ${limited}; seen nevertheless: ${shown + assumed}`,
      },
    }
  },
})

export const noneAssumed = promiseCheck({
  promise: 'P36',
  need: 'none_assumed',
  async run(ground) {
    const purposes = Object.entries(ground.policy.purposes)
      .filter(([, purpose]) => purpose.basis.kind === 'consent')
      .map(([name]) => name)
    const { rows } = await ground.inspector.query<{ people: number }>('select count(*)::int as people from base.person')
    const people = rows[0]?.people ?? 0
    const assumed = await withoutConsent(ground, purposes)
    return {
      holds: purposes.length > 0 && assumed === 0,
      figure: {
        ro: `persoane: ${people}; în scopuri fără consimțământ: ${assumed}`,
        en: `people: ${people}; in a purpose without their consent: ${assumed}`,
      },
    }
  },
})

/**
 * Persons in a purpose of consent who have in the ledger no yes that stands: taken back or refused since neither as a whole nor,
 * where each question of the purpose is answered on its own, to that question.
 */
async function withoutConsent({ inspector, policy }: Ground, purposes: readonly string[]): Promise<number> {
  let assumed = 0
  for (const purpose of purposes) {
    const { rows } = await inspector.query<{ n: number }>(
      `select count(*)::int as n from base.person p
       where p.marker & $1 = 0 and not exists (
         select from base.consent_entry c
         where c.account_id = p.account_id and c.person_id = p.id and c.purpose = $2 and c.decision = 'given'
           and not exists (select from base.consent_entry n
             where n.account_id = c.account_id and n.person_id = c.person_id and n.purpose = c.purpose and n.decision <> 'given'
               and (n.scope is null or n.scope = c.scope) and (n.at, n.id) > (c.at, c.id)))`,
      [2 ** (policy.purposes[purpose]?.bit ?? 31), purpose],
    )
    assumed += rows[0]?.n ?? 0
  }
  return assumed
}

const ledgers = ['base.consent_entry', 'base.visitor_choice', 'base.limit_entry', 'base.notice_text']

export const ledgersOnlyGrow = promiseCheck({
  promise: 'P36',
  need: 'ledger',
  async run({ inspector, policy }) {
    const { rows } = await inspector.query<{ entries: number; ways: number }>(
      `select (select count(*)::int from base.consent_entry) + (select count(*)::int from base.visitor_choice) as entries,
         count(*)::int as ways
       from unnest($1::text[]) role cross join unnest($2::text[]) tab
       where has_any_column_privilege(role, tab, 'update') or has_table_privilege(role, tab, 'delete, truncate')`,
      [Object.keys(policy.purposes).map(roleOf), ledgers],
    )
    const { entries, ways } = rows[0] ?? { entries: 0, ways: -1 }
    return {
      holds: ways === 0,
      figure: {
        ro: `alegeri notate: ${entries}; scopuri care le pot schimba: ${ways}`,
        en: `choices on record: ${entries}; purposes that can change them: ${ways}`,
      },
    }
  },
})
