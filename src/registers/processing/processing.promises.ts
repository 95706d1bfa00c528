/** Whether the register of processing tells of every use that the database really allows. */
import { Kysely, PostgresDialect } from 'kysely'
import type { PurposeName } from '../../../policy/policy.ts'
import type { For } from '../../privacy/map/types.ts'
import { useOf as howUsed } from '../../privacy/map/uses.ts'
import { type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'
import { clientControllers } from './register.queries.ts'
import { type Activity, activitiesOf, processorActivities } from './register.ts'

const register = promiseCheck({
  promise: 'P25',
  need: 'register',
  async run({ inspector, maps, policy, operations }) {
    // What each purpose's role can see by the catalogue, table by table; nothing of it comes from the maps.
    const { rows } = await inspector.query<{ purpose: string; table: string; columns: string[] }>(
      `select table_schema as purpose, table_name as "table", array_agg(column_name::text) as columns
       from information_schema.columns where table_schema = any ($1) group by 1, 2`,
      [Object.keys(policy.purposes)],
    )
    const made = (['ro', 'en'] as const).map((language) => activitiesOf({ policy, maps, companies: [] }, language))
    const untold = rows.filter(({ purpose, table, columns }) => {
      const map = maps.find((one) => one.table === table)
      const seen = columns.flatMap((name) => {
        const column = map?.columns[name]
        // What the map masks to nothing is an empty column of the view; that the view does so is another check's business.
        const isEmpty = map && column && howUsed(map, column, purpose as PurposeName) === 'nothing'
        return isEmpty ? [] : (column?.options.category ?? [])
      })
      return made.some((activities) => seen.some((category) => !tells(activities, purpose, category)))
    }).length
    const halves = made.flatMap((activities) => activities.filter((one) => !isWhole(one))).length
    const served = ['processing.show', 'processing.fetch'].filter((name) =>
      operations.some((operation) => operation.name === name),
    ).length
    const count = made[0]?.length ?? 0
    return {
      holds: count > 0 && untold === 0 && halves === 0 && served === 2,
      figure: {
        ro: `prelucrări în registru: ${count}; vederi ale bazei de date neacoperite: ${untold}; incomplete: ${halves}`,
        en: `activities in the register: ${count}; views of the database not told of: ${untold}; incomplete: ${halves}`,
      },
    }
  },
})

function tells(activities: readonly Activity[], purpose: string, category: string): boolean {
  const one = activities.find((activity) => activity.purpose === purpose)
  return one?.categories.some((known) => known.category === category) ?? false
}

/** Each letter of Art. 30(1)(b)-(f) that applies to it. */
function isWhole({ words, reason, basis, subjects, categories, periods, recipients }: Activity): boolean {
  const told = [
    words,
    reason,
    basis,
    ...subjects,
    ...categories.map((one) => one.words),
    ...periods.map((one) => one.says),
  ]
  const isSaid = told.every((text) => text.trim() !== '' && !text.includes('undefined'))
  return isSaid && subjects.length > 0 && periods.length > 0 && recipients.every((one) => one.country && one.ground)
}

/** Art. 30(2): what is done for clients stands in both languages, and no client of whom we hold customers is left out. */
const bothRegisters = promiseCheck({
  promise: 'P1',
  need: 'both_registers',
  async run({ inspector, maps, policy, operations }) {
    const sources = { policy, maps, companies: [] }
    const made = (['ro', 'en'] as const).map((language) => processorActivities(sources, language))
    const halves = made.filter((activities) => activities.length === 0 || !activities.every(isWhole)).length
    const legal = new Kysely<For<'legal'>>({ dialect: new PostgresDialect({ pool: inspector }) }).withSchema('legal')
    const told = await clientControllers(legal)
    const { rows } = await inspector.query<{ id: string; customers: number }>(
      `select a.id, count(p.id)::int as customers from base.account a join base.person p on p.account_id = a.id
       where a.kind = 'client' and a.erased_at is null and p.erased_at is null and p.login_id is null
         and not exists (select from base.member m where m.account_id = p.account_id and m.person_id = p.id)
       group by a.id`,
    )
    const customers = rows.reduce((sum, row) => sum + row.customers, 0)
    const missing = rows.filter(
      ({ id, customers: held }) => told.find((one) => one.id === id)?.customers !== held,
    ).length
    const isServed = operations.some(({ name }) => name === 'processing.show')
    return {
      holds: halves === 0 && missing === 0 && isServed,
      figure: {
        ro: `clienți pentru care lucrăm: ${told.length}; clienți ai lor despre care păstrăm date: ${customers}; clienți lipsă din registru: ${missing}`,
        en: `clients whom we work for: ${told.length}; customers of theirs whose data we hold: ${customers}; clients not in the register: ${missing}`,
      },
    }
  },
})

export const processingPromises: readonly PromiseCheck[] = [register, bothRegisters]
