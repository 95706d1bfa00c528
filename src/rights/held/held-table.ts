import { z } from 'zod'
import { BadCursor, pageHeld } from '../../privacy/held/held-rows.ts'
import { heldTables } from '../../privacy/held/held-tables.ts'
import { Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { subjectOf } from '../subject.ts'
import { heldRowView, heldTableView, purposeView, viewPurposes, viewRows, viewTable } from './held-view.ts'

const pageSize = 50

/** One kind of what is held, page by page from the newest. */
export const heldTable = readOperation({
  name: 'held.table',
  purpose: 'self',
  http: 'GET /privacy/held/{table}',
  says: 'One kind of what is held about you, newest first',
  who: { member: 'any' },
  input: z.strictObject({ table: z.string().max(63), after: z.string().max(400).optional() }),
  output: heldTableView.extend({
    rows: z.array(heldRowView),
    next: z.string().nullable(),
    allPurposes: z.array(purposeView),
  }),
  async run({ db, actor, input, tools, concerning }) {
    const table = heldTables(tools.maps).find(({ map }) => map.table === input.table)
    if (!table) throw new NotFound('table')
    const subject = subjectOf(actor)
    concerning({ accountId: subject.accountId, personIds: [subject.personId] })
    const page = await pageHeld(db, table, subject, input.after ?? null, pageSize).catch((error) => {
      throw error instanceof BadCursor
        ? new Invalid({ after: 'a place in the list, as the page before gave it' })
        : error
    })
    const rows = await viewRows(db, table, page.rows)
    return { ...viewTable(table), rows, next: page.next, allPurposes: viewPurposes([table]) }
  },
})
