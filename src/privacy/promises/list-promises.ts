import { z } from 'zod'
import { readOperation } from '../operation/operation.ts'
import { clausesOf, type Prose } from '../prose/block.ts'
import { promiseBoard, promiseView } from './board.ts'
import { readFindings } from './promise-check.queries.ts'

/** P1 to P44 as they stand now: the promises board. */
export const listPromises = readOperation({
  name: 'promise.list',
  purpose: 'legal',
  http: 'GET /promises',
  says: 'The promises of the policy with their state, computed from checks of the running system.',
  who: { staff: 'any' },
  input: z.strictObject({}),
  output: z.object({ promises: z.array(promiseView.extend({ title: z.object({ ro: z.string(), en: z.string() }) })) }),
  async run({ db, tools, now }) {
    const titles = { ro: titlesOf(tools.prose.ro), en: titlesOf(tools.prose.en) }
    return {
      promises: promiseBoard(tools.promises, await readFindings(db), now).map((view) => ({
        ...view,
        title: { ro: titles.ro.get(view.promise) ?? view.promise, en: titles.en.get(view.promise) ?? view.promise },
      })),
    }
  },
})

function titlesOf(prose: Prose): ReadonlyMap<string, string> {
  return new Map(clausesOf(prose).map((clause) => [clause.promise, clause.title]))
}
