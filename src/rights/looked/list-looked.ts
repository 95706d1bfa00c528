import { z } from 'zod'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { words } from '../words.ts'
import { type Look, looksAt, staffNames } from './looked.queries.ts'
import { operationWords } from './operation-words.ts'

const pageSize = 100

/** Who looked at the person's data or changed it, newest first. Their own visits are left out unless asked for. */
export const listLooked = readOperation({
  name: 'looked.list',
  purpose: 'self',
  http: 'GET /privacy/looked',
  says: 'Who looked at your data: when, for which purpose, doing what',
  who: { member: 'any' },
  input: z.strictObject({
    own: z.enum(['yes', 'no']).optional(),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),
  output: z.object({
    looks: z.array(
      z.object({
        at: z.date(),
        who: z.enum(['you', 'staff', 'colleague', 'system', 'visitor']),
        name: z.string().nullable(),
        roles: z.array(z.string()),
        purpose: words,
        basis: words,
        did: words,
        via: z.string(),
      }),
    ),
    /** Different staff in the last thirty days. */
    staffThisMonth: z.number(),
    next: z.string().nullable(),
  }),
  async run({ db, actor, input, now, concerning }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const before = input.before ?? null
    const rows = await looksAt(db, actor.personId, { own: input.own === 'yes', before, size: pageSize + 1 })
    const shown = rows.slice(0, pageSize)
    const since = new Date(now.getTime() - 30 * 86_400_000)
    const { names, recent } = await staffNames(db, actor.personId, shown, since)
    return {
      looks: shown.map((row) => {
        const staff = row.actor_kind === 'staff' ? names.get(row.actor_id ?? '') : undefined
        const purpose = policy.purposes[row.purpose as PurposeName]
        return {
          at: row.at,
          who: whoOf(row, actor.personId),
          name: staff?.name ?? null,
          roles: staff?.roles ?? [],
          purpose: purpose?.words ?? { ro: row.purpose, en: row.purpose },
          basis: purpose?.basis.words ?? { ro: '', en: '' },
          did: operationWords(row.operation),
          via: row.via,
        }
      }),
      staffThisMonth: recent,
      next: rows.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
    }
  },
})

function whoOf(look: Look, personId: string): 'you' | 'colleague' | Exclude<Look['actor_kind'], 'member'> {
  if (look.actor_id === personId) return 'you'
  return look.actor_kind === 'member' ? 'colleague' : look.actor_kind
}
