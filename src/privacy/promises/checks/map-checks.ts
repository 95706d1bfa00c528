/** Checks that read the data maps and the policy of the running program. */
import type { CategoryName, PurposeName } from '../../../../policy/policy.ts'
import type { AnyColumn } from '../../map/column.ts'
import type { AnyDataMap } from '../../map/data-map.ts'
import { isPersonal, useOf } from '../../map/uses.ts'
import { type Finding, type Ground, promiseCheck } from '../check.ts'

interface PersonalColumn {
  readonly map: AnyDataMap
  readonly name: string
  readonly column: AnyColumn
}

export function personalColumns(maps: readonly AnyDataMap[]): PersonalColumn[] {
  return maps.flatMap((map) =>
    Object.entries(map.columns)
      .filter(([, column]) => isPersonal(column))
      .map(([name, column]) => ({ map, name, column })),
  )
}

/** `wrong` of `all`; holds when something was looked at and nothing is wrong. */
function counted(ro: string, en: string, all: number, wrong: number): Finding {
  return {
    holds: all > 0 && wrong === 0,
    figure: { ro: `${ro}: ${all}; nepotrivite: ${wrong}`, en: `${en}: ${all}; not fitting: ${wrong}` },
  }
}

export const capacity = promiseCheck({
  promise: 'P1',
  need: 'capacity',
  async run({ maps }) {
    const wrong = maps.filter((map) => map.rule.capacity !== 'controller' && map.rule.capacity !== 'processor')
    const processor = maps.filter((map) => map.rule.capacity === 'processor').length
    const own = maps.length - processor
    return {
      holds: maps.length > 0 && wrong.length === 0,
      figure: {
        ro: `tabele ale furnizorului: ${own}; ale clienților: ${processor}`,
        en: `tables of the provider: ${own}; of clients: ${processor}`,
      },
    }
  },
})

export const mapComplete = promiseCheck({
  promise: 'P7',
  need: 'map_complete',
  async run({ maps, policy }) {
    const columns = personalColumns(maps)
    const told = ({ map, column }: PersonalColumn) => {
      const purposes = Object.keys(column.options.uses ?? {})
      const { label, category } = column.options
      return (
        Boolean(label?.ro && label.en) &&
        (category as CategoryName) in policy.categories &&
        purposes.length > 0 &&
        purposes.every((purpose) => Boolean(policy.purposes[purpose]?.basis.article)) &&
        Boolean(policy.retention[map.rule.retention]?.period)
      )
    }
    const wrong = columns.filter((column) => !told(column)).length
    return counted('coloane cu date personale', 'columns of personal data', columns.length, wrong)
  },
})

export const everyTable = promiseCheck({
  promise: 'P28',
  need: 'every_table',
  async run({ maps, policy }) {
    const wrong = maps.filter((map) => !policy.retention[map.rule.retention]?.period).length
    return counted('tabele', 'tables', maps.length, wrong)
  },
})

export const oneBasis = promiseCheck({
  promise: 'P25',
  need: 'one_basis',
  async run({ maps, policy }) {
    const used = new Set(maps.flatMap((map) => Object.keys(map.rule.uses)))
    const wrong = [...used].filter((purpose) => !policy.purposes[purpose]?.basis.article).length
    return counted('scopuri folosite', 'purposes in use', used.size, wrong)
  },
})

export const pseudonymsOnly = promiseCheck({
  promise: 'P17',
  need: 'pseudonyms_only',
  async run({ maps }) {
    const seen = personalColumns(maps).filter(({ map, column }) => useOf(map, column, 'improvement') !== undefined)
    const masked = ['pseudonym', 'truncated', 'nothing']
    const inClear = seen.filter(({ map, column }) => !masked.includes(useOf(map, column, 'improvement') as string))
    // A choice of a closed list, or a mark from one to five, names nobody; words and addresses do.
    const plain = inClear.filter(({ column }) => column.values === undefined && column.sql !== 'integer')
    return counted('coloane cu date personale văzute', 'columns of personal data seen', seen.length, plain.length)
  },
})

export const nothingAdded = promiseCheck({
  promise: 'P12',
  need: 'nothing_added',
  async run({ maps }) {
    const writes = (map: AnyDataMap, purpose: PurposeName) => map.rule.uses[purpose] !== undefined
    const tables = maps.filter((map) => map.table !== 'audit_inbox' && writes(map, 'enrichment')).length
    const sourceless = personalColumns(maps).filter(
      ({ map, column }) => useOf(map, column, 'enrichment') !== undefined && !column.options.source,
    ).length
    return {
      holds: sourceless === 0,
      figure: {
        ro: `tabele folosite de completare: ${tables}; coloane fără sursă: ${sourceless}`,
        en: `tables that additions use: ${tables}; columns without a source: ${sourceless}`,
      },
    }
  },
})

const published = ({ policy }: Ground, fits: (name: string) => boolean) => {
  const names = Object.keys(policy.recipients)
  return counted('destinatari', 'recipients', names.length, names.filter((name) => !fits(name)).length)
}

export const recipientsPublished = promiseCheck({
  promise: 'P22',
  need: 'published',
  async run(ground) {
    const { policy } = ground
    const used = new Set(Object.values(policy.purposes).flatMap((purpose) => purpose.recipients))
    if ([...used].some((name) => !policy.recipients[name])) return published(ground, () => false)
    return published(ground, (name) => used.has(name) && Boolean(policy.recipients[name]?.safeguard.en))
  },
})

export const transferGrounds = promiseCheck({
  promise: 'P42',
  need: 'grounds',
  async run(ground) {
    return published(ground, (name) => {
      const recipient = ground.policy.recipients[name]
      return /^[A-Z]{2}$/.test(recipient?.country ?? '') && Boolean(recipient?.safeguard.en)
    })
  },
})
