import { z } from 'zod'
import { readOperation } from '../operation/operation.ts'
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
  output: z.object({ promises: z.array(promiseView) }),
  async run({ db, tools, now }) {
    return { promises: promiseBoard(tools.promises, await readFindings(db), now) }
  },
})
