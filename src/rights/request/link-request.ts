/** A request as its link shows it, and the code that opens it. What the link alone shows says nothing about anybody. */
import { z } from 'zod'
import { linkTokens } from '../../identity/identity.facade.ts'
import { m } from '../../platform/language/words.ts'
import { Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import { addStep, type CaseRow, countryOf, lockCase, refreshDue, updateCase } from './case.queries.ts'
import { sendCode, takeCode } from './code.ts'
import { codeField, linkField } from './fields.ts'
import { handleRequest } from './handle-request.ts'
import { type Gathered, personsOfCase } from './persons.queries.ts'
import { requestRates } from './request.rates.ts'
import { outcomes, requestKinds } from './request.rules.ts'
import type { Db } from './request-db.ts'

/** @throws NotFound for whatever is no good link, whyever */
export async function caseOfLink(db: Db, token: string): Promise<CaseRow> {
  const read = linkTokens.readAccountToken(token)
  const row =
    read &&
    (await db
      .selectFrom('rights_case')
      .selectAll()
      .where('account_id', '=', read.accountId)
      .where('link_hash', '=', read.hash)
      .executeTakeFirst())
  if (!row) throw new NotFound('request')
  return row
}

export const followRequest = readOperation({
  name: 'request.follow',
  purpose: 'rights',
  http: 'GET /requests/{token}',
  says: 'How a request about data stands, by its link',
  who: { visitor: true },
  input: z.strictObject({ token: linkField }),
  output: z.object({
    number: z.int(),
    kind: z.enum(requestKinds),
    receivedAt: z.date(),
    identityShown: z.boolean(),
    dueOn: z.string().nullable(),
    closedAt: z.date().nullable(),
    outcome: z.enum(outcomes).nullable(),
  }),
  async run({ db, input, concerning }) {
    const row = await caseOfLink(db, input.token)
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    return {
      number: row.number,
      kind: row.kind,
      receivedAt: row.received_at,
      identityShown: row.identity !== 'asked',
      dueOn: row.due_on,
      closedAt: row.closed_at,
      outcome: row.outcome,
    }
  },
})

/** Sends a new code to the address on file. */
export const sendRequestCode = writeOperation({
  name: 'request.send_code',
  purpose: 'rights',
  http: 'POST /requests/{token}/code',
  says: 'Send a new code to the address on file',
  who: { visitor: true },
  input: z.strictObject({ token: linkField }),
  output: z.object({}),
  async run({ trx, actor, input, tools, now, concerning }) {
    const found = await caseOfLink(trx, input.token)
    await tools.signIn.rates.count(requestRates.codesOfCase, found.id)
    const row = await lockCase(trx, found.id)
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    const asker = (await personsOfCase(trx, row.id)).find((one) => one.personId === row.person_id)
    if (asker?.email) await sendCode({ trx, tools, now, actor, concerning }, row, asker as Gathered & { email: string })
    return {}
  },
})

/**
 * Takes a code. The first good one shows who asks: the clock runs on, and what takes effect does. Each opens the request
 * for half an hour.
 */
export const enterRequest = writeOperation({
  name: 'request.enter',
  purpose: 'rights',
  http: 'POST /requests/{token}/enter',
  says: 'Give the code; the answer opens the request for half an hour',
  who: { visitor: true },
  input: z.strictObject({ token: linkField, code: codeField }),
  output: z.object({ caseId: z.uuid(), pass: z.string() }),
  async run({ trx, actor, caller, input, tools, now, concerning }) {
    await tools.signIn.rates.count(requestRates.triesFromAddress, caller.address)
    const found = await caseOfLink(trx, input.token)
    await tools.signIn.rates.count(requestRates.triesOfCase, found.id)
    const row = await lockCase(trx, found.id)
    const running = { trx, tools, now, actor, concerning }
    const pass = await takeCode(running, row, input.code)
    if (pass === null) throw new Invalid({ code: m.rights_expect_code() })
    for (const { accountId, personId } of await personsOfCase(trx, row.id))
      concerning({ accountId, personIds: [personId] })
    concerning({ accountId: row.account_id })
    if (row.identity === 'asked') {
      await updateCase(trx, row, { identity: 'code', identity_at: now })
      await addStep(trx, row, 'identity_shown', actor, now)
      await refreshDue(trx, row.id, await countryOf(trx))
      await handleRequest(running, row.id)
    }
    return { caseId: row.id, pass }
  },
})
