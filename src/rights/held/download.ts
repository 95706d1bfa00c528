import { z } from 'zod'
import { exportArchive } from '../../privacy/held/export-archive.ts'
import { heldTables } from '../../privacy/held/held-tables.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { subjectOf } from '../subject.ts'

/**
 * Everything held about the person as a ZIP, streamed. It is logged before the first byte leaves. As it is all that a
 * thief of a session would want, it asks who the person is once more.
 */
export const downloadHeld = readOperation({
  name: 'held.download',
  purpose: 'self',
  who: { member: 'any', fresh: true },
  input: z.strictObject({}),
  output: z.object({ filename: z.string(), content: z.instanceof(ReadableStream) }),
  async run({ db, actor, tools, now, concerning }) {
    const subject = subjectOf(actor)
    concerning({ accountId: subject.accountId, personIds: [subject.personId] })
    const content = exportArchive({
      db,
      tables: heldTables(tools.maps),
      subjects: [{ subject, folder: '' }],
      now,
      reach: 'addressed',
      readFile: (accountId, fileId) => tools.files.read(accountId, fileId),
    })
    return { filename: `zavor-${now.toISOString().slice(0, 10)}.zip`, content }
  },
})
