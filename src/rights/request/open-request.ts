/** Opens the case of a request: who asks, whose data, by which way, and from when the clock runs. */
import type { PurposeName } from '../../../policy/policy.ts'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { type CaseRow, countryOf, insertCase } from './case.queries.ts'
import { type Gathered, lockPersons } from './persons.queries.ts'
import { purposeFault, type RequestKind, type RequestRoute } from './request.rules.ts'
import type { Running } from './running.ts'

export interface Asked {
  readonly kind: RequestKind
  readonly purpose: PurposeName | null
  readonly words: string
}

export interface Opening extends Asked {
  /** Who asks comes first. */
  readonly persons: readonly [Gathered, ...Gathered[]]
  readonly route: RequestRoute
  readonly language: 'ro' | 'en'
  readonly receivedAt: Date
  readonly identity: CaseRow['identity']
}

/** Answers the id of the new case, or of the same request that is open already: asking twice is asking once. */
export async function openRequest(running: Running, opening: Opening): Promise<{ caseId: string; isNew: boolean }> {
  const { trx, actor, now } = running
  const [asker] = opening.persons
  for (const { accountId, personId } of opening.persons) running.concerning({ accountId, personIds: [personId] })
  running.concerning({ accountId: asker.accountId })
  const same = await sameOpen(running, opening)
  if (same) return { caseId: same, isNew: false }
  return { caseId: await insertCase(trx, opening, actor, now, await countryOf(trx)), isNew: true }
}

/** The persons are locked, so that the same request sent twice at once is one. */
async function sameOpen({ trx }: Running, { persons, kind, purpose, words }: Opening): Promise<string | null> {
  await lockPersons(trx, persons)
  const [asker] = persons
  const rows = await trx
    .selectFrom('rights_case')
    .select(['id', 'words', 'purpose'])
    .where('account_id', '=', asker.accountId)
    .where('person_id', '=', asker.personId)
    .where('kind', '=', kind)
    .where('status', '=', 'open')
    .execute()
  return rows.find((one) => one.words === words && one.purpose === purpose)?.id ?? null
}

/** @throws Invalid when the kind needs a purpose, or this one cannot be objected to or withdrawn from */
export function refusePurposeFault(kind: RequestKind, purpose: PurposeName | undefined): void {
  const fault = purposeFault(kind, purpose)
  if (fault === 'missing') throw new Invalid({ purpose: m.rights_expect_purpose() })
  if (fault === 'unfit') throw new Invalid({ purpose: m.rights_expect_purpose_fits() })
}
