import { z } from 'zod'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { authorOf, personIn } from '../author.ts'
import { accountFor } from '../clients/account-for.ts'
import { memberMayDirect, staffMayDirect } from '../ticket/ticket.rules.ts'
import { writtenText } from '../written.ts'
import { insertPlaybook, playbookVersions } from './playbook.queries.ts'
import { playbookFields } from './playbook.rules.ts'

const field = writtenText(4_000, 0).default('')

/** Saves the whole sheet as its next version. Who saves says which version they saw, so that nobody's words are overwritten unseen. */
export const savePlaybook = writeOperation({
  name: 'playbook.save',
  purpose: 'support',
  http: 'PUT /playbook',
  says: 'Saves a client policy sheet. `seen` is the version it was read at (0: none); 409 when there is a newer one.',
  who: { member: memberMayDirect, staff: staffMayDirect },
  input: z.strictObject({
    accountId: z.uuid().optional(),
    seen: z
      .union([
        z.int(),
        z
          .string()
          .regex(/^\d{1,10}$/)
          .transform(Number),
      ])
      .pipe(z.int().min(0).max(2_147_483_646)),
    hours: field,
    escalation: field,
    tone: field,
    refunds: field,
    never: field,
  }),
  output: z.object({ version: z.number() }),
  async run({ trx, actor, input, concerning }) {
    const accountId = await accountFor(trx, actor, input.accountId)
    const by = authorOf(actor)
    const person = personIn(by)
    concerning({ accountId, personIds: person === null ? [] : [person] })
    const [now] = await playbookVersions(trx, accountId, null, 1)
    const version = now?.version ?? 0
    if (input.seen !== version) throw new Conflict('changed_meanwhile')
    const { hours, escalation, tone, refunds, never } = input
    const sheet = { hours, escalation, tone, refunds, never }
    if (playbookFields.every((name) => sheet[name] === (now?.[name] ?? ''))) return { version }
    await insertPlaybook(trx, accountId, version + 1, sheet, by)
    return { version: version + 1 }
  },
})
