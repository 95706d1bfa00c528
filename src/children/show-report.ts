import { z } from 'zod'
import { staffNames } from '../identity/identity.facade.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import type { Tools } from '../privacy/operation/tools.ts'
import {
  endScopes,
  type Gathered,
  outcomeView,
  personsNamed,
  personsOfAddress,
  waysFor,
} from '../rights/rights.facade.ts'
import { findReport } from './child-report.queries.ts'
import { addressesIn, knownWays, outcomes, reportKinds } from './child-report.rules.ts'

const most = 10

/** One report, and who is on file by the address or name in it, or by other words; each with what a removal would do. */
export const showChildReport = readOperation({
  name: 'child_report.show',
  purpose: 'rights',
  http: 'GET /child-reports/{reportId}/people',
  says: 'One report about a child, with the people on file whom it may mean',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ reportId: z.uuid(), q: z.string().trim().max(200).optional() }),
  output: z.object({
    id: z.string(),
    number: z.int(),
    kind: z.enum(reportKinds),
    aboutWhom: z.string().nullable(),
    why: z.string().nullable(),
    receivedAt: z.date(),
    dueAt: z.date(),
    isOverdue: z.boolean(),
    wantsReceipt: z.boolean(),
    outcome: z.enum(outcomes).nullable(),
    knownBy: z.enum(knownWays).nullable(),
    decidedAt: z.date().nullable(),
    decidedBy: z.string().nullable(),
    erasures: z.array(z.string()),
    receiptAt: z.date().nullable(),
    people: z.array(
      z.object({
        accountId: z.string(),
        personId: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        accountName: z.string(),
        accountKind: z.enum(['client', 'prospect']),
        /** processor: a client's own customer. The client decides, and is told. */
        capacity: z.enum(['controller', 'processor']),
        /** A claim keeps what is held about them: it cannot be removed now. */
        held: z.boolean(),
        ways: z.array(z.object({ scope: z.enum(endScopes), outcome: outcomeView })),
      }),
    ),
  }),
  async run({ db, input, tools, now, concerning }) {
    const row = await findReport(db, input.reportId)
    if (!row) throw new NotFound('child_report')
    const people = row.decided_at ? [] : await meant(db, input.q || (row.about_whom ?? ''))
    for (const { accountId, personId } of people) concerning({ accountId, personIds: [personId] })
    const names = await staffNames(db, row.decided_by ? [row.decided_by] : [])
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      aboutWhom: row.about_whom,
      why: row.why,
      receivedAt: row.received_at,
      dueAt: row.due_at,
      isOverdue: row.decided_at === null && row.due_at <= now,
      wantsReceipt: row.wants_receipt,
      outcome: row.outcome,
      knownBy: row.known_by,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by ? (names.get(row.decided_by) ?? null) : null,
      erasures: row.erasures,
      receiptAt: row.receipt_at,
      people: await Promise.all(people.map((person) => viewOf(db, tools, person, now))),
    }
  },
})

type Db = Parameters<typeof findReport>[0]

async function meant(db: Db, words: string): Promise<Gathered[]> {
  const addresses = addressesIn(words).slice(0, 3)
  const found = addresses.length > 0 ? await Promise.all(addresses.map((one) => personsOfAddress(db, one))) : []
  const people = found.flat().length > 0 ? found.flat() : await personsNamed(db, words)
  return [...new Map(people.map((one) => [one.personId, one])).values()].slice(0, most)
}

async function viewOf(db: Db, tools: Tools, person: Gathered, now: Date) {
  const { accountId, personId, name, email, accountName, accountKind, capacity } = person
  const plan = capacity === 'controller' ? await waysFor(db, tools, person, now) : { held: false, ways: [] }
  return { accountId, personId, name, email, accountName, accountKind, capacity, ...plan }
}
