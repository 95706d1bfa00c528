/** Small operations over identity's tables, to try the kernel itself. */
import { z } from 'zod'
import { newId } from '../../src/platform/database/id.ts'
import { NotFound, NothingHappened } from '../../src/privacy/operation/errors.ts'
import { type Concern, readOperation, writeOperation } from '../../src/privacy/operation/operation.ts'
import { whoAsks } from '../../src/privacy/operation/whom-it-concerns.ts'

export const showPerson = readOperation({
  name: 'probe.show',
  purpose: 'support',
  http: 'GET /probe/{personId}',
  who: { member: 'any', staff: ['technician'] },
  input: z.strictObject({ personId: z.uuid() }),
  output: z.object({ name: z.string() }),
  async run({ db, actor, input, concerning }) {
    const person = await db
      .selectFrom('person')
      .select(['account_id', 'name'])
      .where('id', '=', input.personId)
      .$if(actor.kind === 'member', (query) =>
        query.where('account_id', '=', actor.kind === 'member' ? actor.accountId : ''),
      )
      .executeTakeFirst()
    if (!person) throw new NotFound('person')
    concerning({ accountId: person.account_id, personIds: [input.personId] })
    return { name: person.name }
  },
})

/** Says beforehand whom it concerns. `meanwhile` runs within the read. */
export function showOwnName(meanwhile: (running: { concerning(concern: Concern): void }) => unknown = () => {}) {
  return readOperation({
    name: 'probe.own',
    purpose: 'support',
    who: { member: 'any' },
    input: z.strictObject({}),
    output: z.object({ name: z.string() }),
    concerns: whoAsks,
    async run({ db, actor, concerning }) {
      await meanwhile({ concerning })
      const person = await db
        .selectFrom('person')
        .select('name')
        .where('account_id', '=', actor.accountId)
        .where('id', '=', actor.personId)
        .executeTakeFirst()
      if (!person) throw new NotFound('person')
      return { name: person.name }
    },
  })
}

export const addAccount = writeOperation({
  name: 'probe.add',
  purpose: 'identity',
  http: 'POST /probe',
  who: { staff: ['owner'], fresh: true },
  input: z.strictObject({ name: z.string().min(1).max(100), fail: z.boolean().optional() }),
  output: z.object({ accountId: z.uuid() }),
  async run({ trx, input, concerning, enqueue }) {
    const accountId = newId()
    await trx
      .insertInto('account')
      .values({ id: accountId, kind: 'client', name: input.name, country: 'RO', language: 'ro' })
      .execute()
    concerning({ accountId })
    await enqueue(noteAccount, { accountId })
    if (input.name === 'nothing') throw new NothingHappened({ accountId })
    if (input.fail) throw new Error('the body failed on purpose')
    return { accountId }
  },
})

export const countAccounts = readOperation({
  name: 'probe.count',
  purpose: 'identity',
  counts: true,
  who: { staff: 'any' },
  input: z.strictObject({}),
  output: z.object({ accounts: z.int() }),
  async run({ db }) {
    return { accounts: (await db.selectFrom('account').select('id').execute()).length }
  },
})

export const noteAccount = writeOperation({
  name: 'probe.note',
  purpose: 'identity',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid() }),
  output: z.object({}),
  async run({ concerning, input }) {
    concerning({ accountId: input.accountId })
    return {}
  },
})
