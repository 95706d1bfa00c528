/** One of the staff decides a report: what is held about the child is removed at once, or nothing is, and it is said why. */
import { z } from 'zod'
import { m } from '../platform/language/words.ts'
import { Conflict, NotFound } from '../privacy/operation/errors.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import {
  type Chosen,
  endChosen,
  endScopes,
  lockAccounts,
  lockChosen,
  personAndSame,
  requestEnd,
} from '../rights/rights.facade.ts'
import { lockOthersNaming, lockReport } from './child-report.queries.ts'
import { knownWays, leavings } from './child-report.rules.ts'
import { noteDecided } from './note-decided.ts'

/** Never on the report alone: whoever removes says how they know, and has just shown who they are. */
export const removeChild = writeOperation({
  name: 'child_report.remove',
  purpose: 'rights',
  http: 'POST /child-reports/{reportId}/removal',
  says: 'Remove what is held about a reported child, at once; cannot be undone',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    reportId: z.uuid(),
    persons: z
      .array(z.strictObject({ accountId: z.uuid(), personId: z.uuid(), scope: z.enum(endScopes) }))
      .min(1, { error: () => m.children_expect_person() })
      .max(20),
    knownBy: z.enum(knownWays, { error: () => m.children_expect_known() }),
    understood: z.literal('yes', { error: () => m.children_expect_understood() }),
  }),
  output: z.object({ erased: z.int() }),
  async run({ trx, actor, input, tools, now, concerning, enqueue }) {
    await lockAccounts(
      trx,
      input.persons.map(({ accountId }) => accountId),
    )
    const report = await lockReport(trx, input.reportId)
    if (report.decided_at) throw new Conflict('already_decided', m.children_already_decided())
    const chosen: Chosen[] = []
    for (const { accountId, personId, scope } of input.persons) {
      const [person] = await personAndSame(trx, accountId, personId)
      if (!person) throw new NotFound('person')
      if (person.capacity === 'processor') throw new Conflict('as_processor', m.children_as_processor())
      chosen.push({ person, scope })
    }
    await lockChosen(trx, chosen)
    const addresses = chosen.flatMap(({ person }) => person.email ?? [])
    const running = { trx, tools, now, actor, concerning }
    const [first, ...rest] = chosen
    // A child's data is erased by law (Art. 17(1)(f)), so whoever received it is told, whoever reported it.
    const telling = first && (await requestEnd(running, [first, ...rest], 'known_contact'))
    const ended = await endChosen({ ...running, enqueue }, chosen, telling ? { telling } : {})
    const erasures = ended.map(({ erasureId }) => erasureId)
    // Whoever else reported the same child is answered with this, and their words about it go too.
    for (const id of [report.id, ...(await lockOthersNaming(trx, report.id, addresses))]) {
      const decision = { outcome: 'removed', knownBy: input.knownBy, erasures, staffId: actor.staffId } as const
      await noteDecided({ trx, enqueue, now }, id, decision)
    }
    return { erased: erasures.length }
  },
})

export const leaveReport = writeOperation({
  name: 'child_report.leave',
  purpose: 'rights',
  http: 'POST /child-reports/{reportId}/decision',
  says: 'Decide that a report leads to no removal',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({
    reportId: z.uuid(),
    outcome: z.enum(leavings, { error: () => m.children_expect_outcome() }),
  }),
  output: z.object({}),
  async run({ trx, actor, input, now, enqueue }) {
    const report = await lockReport(trx, input.reportId)
    if (report.decided_at) throw new Conflict('already_decided', m.children_already_decided())
    if (input.outcome === 'parent_agrees' && report.kind === 'under_age') {
      throw new Conflict('never_allowed', m.children_never_allowed())
    }
    const decision = { outcome: input.outcome, knownBy: null, erasures: [], staffId: actor.staffId } as const
    await noteDecided({ trx, enqueue, now }, report.id, decision)
    return {}
  },
})
