import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountFor } from '../clients/account-for.ts'
import { personsIn } from '../ticket/ticket.queries.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { playbookVersions } from './playbook.queries.ts'
import { playbookVersion } from './playbook.view.ts'

/** How to act for a client (P10). Null: nobody has said anything yet. */
export const showPlaybook = readOperation({
  name: 'playbook.show',
  purpose: 'support',
  http: 'GET /playbook',
  says: 'How to act for a client: hours, escalation, tone, refunds, what never to do.',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({ accountId: z.uuid().optional() }),
  output: z.object({ playbook: playbookVersion.nullable() }),
  async run({ db, actor, input, concerning }) {
    const accountId = await accountFor(db, actor, input.accountId)
    const [playbook = null] = await playbookVersions(db, accountId, null, 1)
    concerning({ accountId, personIds: personsIn([playbook?.by ?? null]) })
    return { playbook }
  },
})
