/** Checks on how limited persons leave the views of a purpose. */
import type { PurposeName } from '../../../../policy/policy.ts'
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

const figure = ({ limited, shown }: { limited: number; shown: number }) => ({
  ro: `rânduri ale persoanelor limitate: ${limited}; văzute totuși: ${shown}`,
  en: `rows about limited persons: ${limited}; seen nevertheless: ${shown}`,
})

export const limitsWork = promiseCheck({
  promise: 'P35',
  need: 'limits_work',
  async run(ground) {
    const stoppable = Object.entries(ground.policy.purposes)
      .filter(([, purpose]) => purpose.objection !== 'none' || purpose.restriction === 'stops')
      .map(([name]) => name)
    const counts = await shownDespite(ground, stoppable)
    return { holds: counts.shown === 0, figure: figure(counts) }
  },
})

export const updatesByChoice = promiseCheck({
  promise: 'P19',
  need: 'updates_by_choice',
  async run(ground) {
    const counts = await shownDespite(ground, ['updates'])
    return { holds: counts.shown === 0, figure: figure(counts) }
  },
})

/** There is no ledger of consents that could clear a person's bit: until there is, nobody may stand without it. */
export const noneAssumed = promiseCheck({
  promise: 'P36',
  need: 'none_assumed',
  async run({ inspector, policy }) {
    const bits = Object.values(policy.purposes)
      .filter((purpose) => purpose.basis.kind === 'consent')
      .reduce((sum, purpose) => sum | (2 ** purpose.bit), 0)
    const { rows } = await inspector.query<{ people: number; open: number }>(
      'select count(*)::int as people, count(*) filter (where marker & $1 <> $1)::int as open from base.person',
      [bits],
    )
    const { people, open } = rows[0] ?? { people: 0, open: 0 }
    return {
      holds: open === 0,
      figure: {
        ro: `persoane: ${people}; în scopuri fără consimțământ: ${open}`,
        en: `people: ${people}; in a purpose without their consent: ${open}`,
      },
    }
  },
})
