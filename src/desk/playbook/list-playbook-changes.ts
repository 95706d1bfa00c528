import { z } from 'zod'
import { belowRevision, pageOfRevisions } from '../../platform/database/revision-page.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountFor } from '../clients/account-for.ts'
import { personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { playbookVersions } from './playbook.queries.ts'
import { playbookVersion } from './playbook.view.ts'

const pageSize = 20

/** What the sheet said before, who changed it and when. */
export const listPlaybookChanges = readOperation({
  name: 'playbook.changes',
  purpose: 'support',
  http: 'GET /playbook/changes',
  says: 'The saves of a client policy sheet, newest first; `next` is the version to go on below.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({
    accountId: z.uuid().optional(),
    below: belowRevision,
  }),
  output: z.object({ versions: z.array(playbookVersion), next: z.string().nullable() }),
  async run({ db, actor, input, concerning }) {
    const accountId = await accountFor(db, actor, input.accountId)
    const rows = await playbookVersions(db, accountId, input.below ?? null, pageSize + 1)
    const { page: versions, next } = pageOfRevisions(rows, pageSize, (save) => save.version)
    concerning({ accountId, personIds: personsIn(versions.map((version) => version.by)) })
    return { versions, next }
  },
})
