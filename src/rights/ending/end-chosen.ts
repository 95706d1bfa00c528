/** Ends persons whom one of the staff chose: each alone, or with the account that cannot be without them. */
import { m } from '../../platform/language/words.ts'
import { countErasable } from '../../privacy/erasure/erase.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import type { Enqueue } from '../../privacy/operation/operation.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { isHeldByLaw } from '../../privacy/retention/hold.queries.ts'
import type { Gathered } from '../request/persons.queries.ts'
import type { Db, Trx } from '../request/request-db.ts'
import type { Running } from '../request/running.ts'
import { type Ended, endScope } from './end-scope.ts'
import { livingOwners, livingPeople, lockAccounts } from './ending.queries.ts'
import { type EndScope, outcomeOf } from './ending.rules.ts'
import { finishErasure } from './finish-erasure.ts'
import type { Telling } from './told-of-end.ts'

export const endScopes = ['person', 'account'] as const satisfies readonly EndScope[]

export interface Chosen {
  readonly person: Gathered
  readonly scope: EndScope
}

interface Ending extends Running {
  readonly enqueue: Enqueue
}

/** What may be done: a person who is the last owner takes the account along, a prospect always does. */
export async function scopesFor(db: Db, person: Gathered): Promise<readonly EndScope[]> {
  if (person.accountKind === 'prospect') return ['account']
  const owners = await livingOwners(db, person.accountId)
  return owners.length === 1 && owners[0] === person.personId ? ['account'] : ['person']
}

/** What it would erase, and what a law would keep. */
export async function outcomeFor(db: Db, tools: Tools, { person, scope }: Chosen, now: Date) {
  const personId = scope === 'account' ? null : person.personId
  const { done, kept } = await countErasable(db, tools.maps, { accountId: person.accountId, personId })
  return outcomeOf(tools.maps, scope, { ...done, ...kept }, now)
}

/** The plan of one person: whether a claim holds them, and each way with its outcome. */
export async function waysFor(db: Db, tools: Tools, person: Gathered, now: Date) {
  const scopes = await scopesFor(db, person)
  return {
    held: await isHeldByLaw(db, person.accountId, person.personId),
    ways: await Promise.all(
      scopes.map(async (scope) => ({ scope, outcome: await outcomeFor(db, tools, { person, scope }, now) })),
    ),
  }
}

/**
 * Locks what is to end and holds it against the rules. Whoever locks a request or a report as well locks the accounts before.
 * @throws Conflict `already_ended`, `legal_hold`, `scope`
 */
export async function lockChosen(trx: Trx, chosen: readonly Chosen[]): Promise<void> {
  const living = await lockAccounts(
    trx,
    chosen.map(({ person }) => person.accountId),
  )
  for (const { person, scope } of chosen) {
    // Who left while this waited has their receipt: to end them once more would be a second one, about nobody.
    const [still] = living.has(person.accountId) ? await livingPeople(trx, person.accountId, person.personId) : []
    if (!still) throw new Conflict('already_ended')
    const held = await isHeldByLaw(trx, person.accountId, scope === 'account' ? null : person.personId)
    if (held) throw new Conflict('legal_hold', m.rights_legal_hold())
    if (!(await scopesFor(trx, person)).includes(scope)) throw new Conflict('scope', m.rights_other_scope())
  }
}

/** An account that goes whole goes once, however many persons of the address it has. */
export function onceEach<C extends Chosen>(chosen: readonly C[]): C[] {
  const whole = new Set<string>()
  return chosen.filter(({ person, scope }) => {
    if (whole.has(person.accountId)) return false
    if (scope === 'account') whole.add(person.accountId)
    return true
  })
}

/**
 * Ends them in the caller's transaction; files and letters follow by a job. Answers the erasures, each with what opens its receipt.
 * `proven`: those whose address was shown to be theirs, so that the receipt goes there. `telling`: who is told of it.
 */
export async function endChosen(
  ending: Ending,
  chosen: readonly Chosen[],
  how: { readonly proven?: ReadonlySet<string>; readonly telling?: Telling } = {},
): Promise<Ended[]> {
  const erasures: Ended[] = []
  for (const { person, scope } of onceEach(chosen)) {
    const { accountId } = person
    const which = { accountId, personId: scope === 'account' ? null : person.personId }
    const ended = await endScope(ending, which, how)
    ending.concerning({ accountId, personIds: ended.persons })
    await ending.enqueue(finishErasure, { accountId, erasureId: ended.erasureId }, { key: ended.erasureId })
    erasures.push(ended)
  }
  return erasures
}
