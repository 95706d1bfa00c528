import { z } from 'zod'
import { countHeld } from '../../privacy/held/held-rows.ts'
import { heldTables } from '../../privacy/held/held-tables.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffNames } from '../looked/looked.queries.ts'
import { subjectOf } from '../subject.ts'

/** What is held in one line: how many things, and how many of the staff looked at them in the last thirty days. */
export const heldSummary = readOperation({
  name: 'held.summary',
  purpose: 'self',
  http: 'GET /privacy/summary',
  says: 'How many things are held about you, and how many of the staff looked this month',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({ things: z.int(), staffThisMonth: z.int() }),
  async run({ db, actor, tools, now, concerning }) {
    const subject = subjectOf(actor)
    concerning({ accountId: subject.accountId, personIds: [subject.personId] })
    const counts = await countHeld(db, heldTables(tools.maps), subject)
    const since = new Date(now.getTime() - 30 * 86_400_000)
    const { recent } = await staffNames(db, actor.personId, [], since)
    return { things: [...counts.values()].reduce((sum, count) => sum + count, 0), staffThisMonth: recent }
  },
})
