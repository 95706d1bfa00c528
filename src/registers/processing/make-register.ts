import type { Kysely } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import { officerColumns, officerOf } from '../../privacy/officer/officer.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import { promiseBoard } from '../../privacy/promises/board.ts'
import { readFindings } from '../../privacy/promises/promise-check.queries.ts'
import { listMeasureRows } from '../measures/measure.queries.ts'
import { saidIn } from '../measures/promised.ts'
import { companies } from '../processors/companies.ts'
import { clientControllers } from './register.queries.ts'
import { activitiesOf, type Language, processorActivities } from './register.ts'
import type { RegisterView } from './register.view.ts'

interface Making {
  readonly policy: PolicyShape
  readonly tools: Tools
  readonly now: Date
  readonly language: Language
}

/** @throws Conflict `not_set_up` while nobody said who the controller is */
export async function makeRegister(db: Kysely<For<'legal'>>, making: Making): Promise<RegisterView> {
  const { policy, tools, now, language } = making
  const provider = await db
    .selectFrom('provider')
    .select(['name', 'address', 'privacy_email', 'country', ...officerColumns])
    .executeTakeFirst()
  if (!provider) throw new Conflict('not_set_up')
  const sources = { policy, maps: tools.maps, companies: await companies(db) }
  return {
    language,
    madeAt: now,
    policyVersion: policy.version,
    provider: {
      name: provider.name,
      address: provider.address,
      country: provider.country,
      privacyEmail: provider.privacy_email,
      officer: officerOf(provider),
    },
    asController: activitiesOf(sources, language),
    asProcessor: { controllers: await clientControllers(db), activities: processorActivities(sources, language) },
    security: { technical: await technical(db, making), organisational: await organisational(db, language) },
  }
}

/** The measures in force, each with the day of the last look. */
async function organisational(db: Kysely<For<'legal'>>, language: Language) {
  const rows = await listMeasureRows(db)
  return rows.map(({ what, place, checked_on }) => ({
    says: `${saidIn(what, language)} (${saidIn(place, language)})`,
    checkedOn: checked_on,
  }))
}

/** What P26 was last seen to hold: the measures as they work, not as somebody wrote them down. */
async function technical(db: Kysely<For<'legal'>>, { tools, now, language }: Making) {
  const board = promiseBoard(tools.promises, await readFindings(db), now)
  const needs = board.find(({ promise }) => promise === 'P26')?.needs ?? []
  return needs.map(({ says, state, checkedAt }) => ({
    says: says[language],
    holds: state === 'holds' ? true : state === 'fails' || state === 'broken' ? false : null,
    checkedAt,
  }))
}
