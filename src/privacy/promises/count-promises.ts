import { z } from 'zod'
import { readOperation } from '../operation/operation.ts'
import { promiseBoard } from './board.ts'
import { readFindings } from './promise-check.queries.ts'

/** How many promises are kept, partly, and not yet: for anybody. */
export const countPromises = readOperation({
  name: 'promise.count',
  purpose: 'legal',
  http: 'GET /promises/count',
  says: 'How many promises of the policy are shown to be kept, in part, and not yet.',
  who: { visitor: true },
  counts: true,
  input: z.strictObject({}),
  output: z.object({ kept: z.int(), partly: z.int(), notYet: z.int() }),
  async run({ db, tools, now }) {
    const board = promiseBoard(tools.promises, await readFindings(db), now)
    const count = (state: string) => board.filter((view) => view.state === state).length
    return { kept: count('kept'), partly: count('partly'), notYet: count('not_yet') }
  },
})
