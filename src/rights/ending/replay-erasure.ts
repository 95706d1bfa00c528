import { doneAgain, erasureLine, knowLine } from '../../privacy/ledger/know-line.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { endScope } from './end-scope.ts'
import { livingPeople, lockAccount } from './ending.queries.ts'
import { finishErasure } from './finish-erasure.ts'
import { requestAgain } from './told-of-end.ts'

/**
 * After a restore, before anything serves: an erasure of the ledger outside is done again, under its own number. Whoever
 * it was about has their receipt already and is not written to. Who is to be told of it (Art. 19) is noted again; who was told
 * since has a line of their own, later.
 */
export const replayErasure = writeOperation({
  name: 'erasure.replay',
  purpose: 'rights',
  who: { system: true },
  input: erasureLine,
  output: doneAgain,
  async run({ trx, actor, input: line, tools, now, concerning, enqueue }) {
    const { id: erasureId, accountId, personId } = line
    const living = await lockAccount(trx, accountId)
    const people = living ? await livingPeople(trx, accountId, personId) : []
    const isThere = living && (personId === null || people.length > 0)
    if (isThere) {
      const running = { trx, tools, now, actor, concerning }
      const telling = line.caseId ? await requestAgain(running, { ...line, caseId: line.caseId }) : null
      const ended = await endScope(
        running,
        { accountId, personId },
        { again: erasureId, ...(telling ? { telling } : {}) },
      )
      concerning({ accountId, personIds: ended.persons })
      await enqueue(finishErasure, { accountId, erasureId }, { key: erasureId })
    }
    await knowLine(trx, line)
    return { done: isThere ? ('again' as const) : ('nobody' as const) }
  },
})
