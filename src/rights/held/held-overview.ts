import { z } from 'zod'
import { countHeld, pageHeld } from '../../privacy/held/held-rows.ts'
import { heldTables } from '../../privacy/held/held-tables.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { companies, disclosuresTold } from '../../registers/recipients.facade.ts'
import { subjectOf } from '../subject.ts'
import {
  heldRowView,
  heldTableView,
  purposeView,
  recipientView,
  shownColumns,
  viewPurposes,
  viewRecipients,
  viewRows,
  viewTable,
} from './held-view.ts'

/** Rows of each table that the overview shows at once; the rest is a page away. */
const shownAtOnce = 3
/** Disclosures that it shows at once. */
const disclosuresAtOnce = 20

/** Everything held about the person who asks, with why and how long. */
export const heldOverview = readOperation({
  name: 'held.overview',
  purpose: 'self',
  http: 'GET /privacy/held',
  says: 'Everything held about you: counts, first rows, purposes, legal bases, periods, sources',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    things: z.number(),
    tables: z.array(heldTableView.extend({ count: z.number(), rows: z.array(heldRowView), more: z.boolean() })),
    purposes: z.array(purposeView),
    recipients: z.array(recipientView),
    /** What was given to others by law, for security and the like, as far as the law lets it be told. */
    disclosures: z.array(z.object({ askedBy: z.string(), ground: z.string(), what: z.string(), givenAt: z.date() })),
    /** There are more: all of them are the kind of data `disclosure_told`, a page away. */
    moreDisclosures: z.boolean(),
  }),
  async run({ db, actor, tools, concerning }) {
    const subject = subjectOf(actor)
    concerning({ accountId: subject.accountId, personIds: [subject.personId] })
    const tables = heldTables(tools.maps)
    const counts = await countHeld(db, tables, subject)
    const filled = tables.filter(({ map }) => (counts.get(map.table) ?? 0) > 0)
    const views = await Promise.all(
      filled.map(async (table) => {
        const count = counts.get(table.map.table) ?? 0
        const page = shownColumns(table).length > 0 ? await pageHeld(db, table, subject, null, shownAtOnce) : null
        const rows = await viewRows(db, table, page?.rows ?? [])
        return { ...viewTable(table), count, rows, more: page !== null && page.next !== null }
      }),
    )
    const disclosures = await disclosuresTold(db, subject, disclosuresAtOnce + 1)
    const things = views.reduce((sum, view) => sum + view.count, 0)
    return {
      things,
      tables: views.sort(particularsFirst),
      purposes: viewPurposes(filled),
      recipients: viewRecipients(filled, await companies(db)),
      disclosures: disclosures.slice(0, disclosuresAtOnce),
      moreDisclosures: disclosures.length > disclosuresAtOnce,
    }
  },
})

const first = ['person', 'account', 'login', 'member']

function particularsFirst(a: { name: string; rows: unknown[] }, b: { name: string; rows: unknown[] }): number {
  const rank = ({ name, rows }: typeof a) =>
    first.includes(name) ? first.indexOf(name) : rows.length > 0 ? first.length : first.length + 1
  return rank(a) - rank(b)
}
