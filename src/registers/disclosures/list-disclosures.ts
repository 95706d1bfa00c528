import { z } from 'zod'
import { staffNames } from '../../identity/identity.facade.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { disclosureKinds } from './disclosure.data.ts'
import { type DisclosureRow, findDisclosure, liftingOf, newestDisclosures, subjectsOf } from './disclosure.queries.ts'

const pageSize = 50

export const disclosureView = z.object({
  id: z.string(),
  kind: z.enum(disclosureKinds),
  askedBy: z.string(),
  ground: z.string(),
  reference: z.string().nullable(),
  what: z.string(),
  categories: z.array(z.string()),
  indicators: z.array(z.string()),
  persons: z.int(),
  forbidden: z.object({ by: z.string(), until: z.string().nullable() }).nullable(),
  givenAt: z.date(),
  notedAt: z.date(),
  decidedBy: z.string(),
})

/** The register of disclosures, newest first. */
export const listDisclosures = readOperation({
  name: 'disclosure.list',
  purpose: 'legal',
  http: 'GET /disclosures',
  says: 'The register of disclosures, newest first',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ before: z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).optional() }),
  output: z.object({
    disclosures: z.array(disclosureView),
    next: z.object({ at: z.string(), id: z.string() }).nullable(),
  }),
  async run({ db, input: { before } }) {
    const rows = await newestDisclosures(db, before ?? null, pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const names = await staffNames(
      db,
      shown.map(({ decided_by }) => decided_by),
    )
    const last = shown.at(-1)
    return {
      disclosures: shown.map((row) => viewOf(row, names)),
      next: rows.length > pageSize && last ? { at: last.given_at.toISOString(), id: last.id } : null,
    }
  },
})

/** One disclosure, with whom it is about. */
export const showDisclosure = readOperation({
  name: 'disclosure.show',
  purpose: 'legal',
  http: 'GET /disclosures/{disclosureId}',
  says: 'One disclosure, with whom it is about and whether they were told',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ disclosureId: z.uuid() }),
  output: z.object({
    disclosure: disclosureView,
    people: z.array(z.object({ name: z.string(), toldAt: z.date().nullable() })),
    lifting: z.object({ why: z.string(), at: z.date(), by: z.string().nullable() }).nullable(),
  }),
  async run({ db, input: { disclosureId }, concerning }) {
    const row = await findDisclosure(db, disclosureId)
    for (const { account_id, person_id } of await subjectsOf(db, disclosureId)) {
      concerning({ accountId: account_id, personIds: [person_id] })
    }
    const lifting = await liftingOf(db, disclosureId)
    const names = await staffNames(db, [row.decided_by, ...(lifting?.by_staff ? [lifting.by_staff] : [])])
    const people = await db
      .selectFrom('disclosure_subject as s')
      .innerJoin('person as p', (join) =>
        join.onRef('p.account_id', '=', 's.account_id').onRef('p.id', '=', 's.person_id'),
      )
      .leftJoin('disclosure_told as t', (join) =>
        join
          .onRef('t.disclosure_id', '=', 's.disclosure_id')
          .onRef('t.account_id', '=', 's.account_id')
          .onRef('t.person_id', '=', 's.person_id'),
      )
      .select(['p.name', 't.told_at as toldAt'])
      .where('s.disclosure_id', '=', disclosureId)
      .orderBy('p.name')
      .execute()
    return {
      disclosure: viewOf(row, names),
      people,
      lifting: lifting
        ? { why: lifting.why, at: lifting.at, by: lifting.by_staff ? (names.get(lifting.by_staff) ?? '') : null }
        : null,
    }
  },
})

function viewOf(row: DisclosureRow, names: ReadonlyMap<string, string>): z.input<typeof disclosureView> {
  return {
    id: row.id,
    kind: row.kind,
    askedBy: row.asked_by,
    ground: row.ground,
    reference: row.reference,
    what: row.what,
    categories: row.categories,
    indicators: row.indicators,
    persons: row.persons,
    forbidden: row.forbidden_by === null ? null : { by: row.forbidden_by, until: row.forbidden_until },
    givenAt: row.given_at,
    notedAt: row.noted_at,
    decidedBy: names.get(row.decided_by) ?? '',
  }
}
