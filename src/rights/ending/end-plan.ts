import type { Kysely } from 'kysely'
import { z } from 'zod'
import { secretsHeld } from '../../access/access.facade.ts'
import { countErasable } from '../../privacy/erasure/erase.ts'
import '../../privacy/erasure/erasure-tools.ts'
import type { For } from '../../privacy/map/types.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { disclosedOf } from '../../registers/recipients.facade.ts'
import { recipientIn } from '../answer/change.answers.ts'
import { words } from '../words.ts'
import { livingOwners, livingPeople, stillNeeded } from './ending.queries.ts'
import { alwaysKept, type EndScope, outcomeOf, outcomeView } from './ending.rules.ts'
import { publicWork, publicWorks } from './public-works.ts'
import { namesFor, rowsOfRequest } from './told-of-end.ts'

const planView = outcomeView.extend({
  scope: z.enum(['account', 'person']),
  /** People of the account whose data ends with it. */
  people: z.number(),
  /** What becomes of the asker's own sign-in: it stays when it serves another account. */
  signIn: z.enum(['removed', 'stays']),
  /** Where the receipt goes; null when no address is held. */
  receiptTo: z.string().nullable(),
  secrets: z.number(),
  /** Who is told of it (Art. 19): whom the policy names, and who was given data of the asker. */
  told: z.array(words),
  /** What anybody can read now, and what becomes of it. */
  public: z.array(publicWork),
  /** The only owner cannot leave: the account has to be ended instead. */
  lastOwner: z.boolean(),
})

/** What ending the account would erase, what would stay and until when. Said before the button; changes nothing. */
export const accountEndPlan = readOperation({
  name: 'account.end_plan',
  purpose: 'rights',
  http: 'GET /privacy/end-account',
  says: 'What ending the account would erase, and what a law would keep',
  who: { member: ['owner'] },
  input: z.strictObject({}),
  output: planView,
  async run({ db, actor, tools, now, concerning }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    return await planOf(db, tools, actor, 'account', now)
  },
})

/** The same for one's own place in the account. */
export const personEndPlan = readOperation({
  name: 'person.end_plan',
  purpose: 'rights',
  http: 'GET /privacy/leave',
  says: 'What leaving the account would erase, and what would stay with it',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: planView,
  async run({ db, actor, tools, now, concerning }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    return await planOf(db, tools, actor, 'person', now)
  },
})

async function planOf(db: Kysely<For<'rights'>>, tools: Tools, actor: MemberActor, scope: EndScope, now: Date) {
  const { accountId, personId } = actor
  const whole = scope === 'account'
  const { done, kept } = await countErasable(db, tools.maps, { accountId, personId: whole ? null : personId })
  const people = await livingPeople(db, accountId, whole ? null : personId)
  const me = people.find((person) => person.id === personId)
  const needed = await stillNeeded(db, me?.login_id ? [me.login_id] : [], accountId)
  const owners = await livingOwners(db, accountId)
  const told = [...new Set(namesFor(await disclosedOf(db, accountId, [personId]), personId))]
  const rows = { ...done, ...kept }
  for (const [table, count] of Object.entries(rowsOfRequest(told.length))) rows[table] = (rows[table] ?? 0) + count
  const outcome = outcomeOf(tools.maps, scope, rows, now)
  return {
    scope,
    erased: outcome.erased,
    kept: [...outcome.kept, ...alwaysKept(now)],
    people: people.length,
    signIn: needed.size > 0 ? ('stays' as const) : ('removed' as const),
    receiptTo: me?.login_id ? me.email : null,
    secrets: whole ? (await secretsHeld(db, accountId)).length : 0,
    told: told.map((name) => ({ ro: recipientIn(name, 'ro'), en: recipientIn(name, 'en') })),
    public: await publicWorks(db, accountId, whole ? null : personId),
    lastOwner: owners.length === 1 && owners[0] === personId,
  }
}
