import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { disclosureKinds } from './disclosure.data.ts'
import { insertSubjects, personsOf } from './disclosure.queries.ts'
import { indicatorKind } from './indicator.rules.ts'
import { tellDisclosure } from './tell-disclosure.ts'

const line = (most: number) => z.string().trim().min(3).max(most)
const input = z.strictObject({
  kind: z.enum(disclosureKinds),
  askedBy: line(200),
  ground: line(300),
  reference: z.string().trim().max(200).nullable(),
  what: line(2000),
  categories: z.array(z.string().max(40)).max(40),
  /** Whose data it is, by the address on file. */
  emails: z.array(z.string().trim().toLowerCase().max(254)).max(500),
  /** Signs of spam or malware, where that and nothing else is passed on. */
  indicators: z.array(z.string().trim().max(512)).max(1000),
  givenAt: z.iso.datetime({ offset: true }),
  /** What forbids telling the persons, and until when, where it is known. Null: they are told. */
  forbidden: z.strictObject({ by: line(300), until: z.iso.date().nullable() }).nullable(),
})

/** Notes that data was given to somebody outside (P24). Whoever it is about is told, unless the law forbids it. */
export const noteDisclosure = writeOperation({
  name: 'disclosure.note',
  purpose: 'legal',
  http: 'POST /disclosures',
  says: 'Note a disclosure: who asked, on what ground, what was given about whom; they are told unless the law forbids it',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input,
  output: z.object({ disclosureId: z.uuid(), persons: z.int() }),
  async run({ trx, actor, input: given, now, concerning, enqueue }) {
    refuseFaults(given, now)
    const { subjects, unknown } = await personsOf(trx, [...new Set(given.emails)])
    if (unknown.length > 0) {
      throw new Invalid({ emails: m.registers_expect_known_addresses({ addresses: unknown.slice(0, 5).join(', ') }) })
    }
    for (const { account_id, person_id } of subjects) concerning({ accountId: account_id, personIds: [person_id] })
    const disclosureId = newId()
    const { kind, askedBy, ground, reference, what, categories, indicators, forbidden } = given
    await trx
      .insertInto('disclosure')
      .values({
        id: disclosureId,
        kind,
        asked_by: askedBy,
        ground,
        reference,
        what,
        categories: [...new Set(categories)],
        indicators: [...new Set(indicators)],
        persons: subjects.length,
        telling: forbidden ? 'forbidden' : 'tell',
        forbidden_by: forbidden?.by ?? null,
        forbidden_until: forbidden?.until ?? null,
        given_at: new Date(given.givenAt),
        decided_by: actor.staffId,
      })
      .execute()
    await insertSubjects(trx, disclosureId, subjects)
    if (!forbidden) {
      for (const { account_id: accountId, person_id: personId } of subjects) {
        await enqueue(tellDisclosure, { disclosureId, accountId, personId }, { key: `${disclosureId} ${personId}` })
      }
    }
    return { disclosureId, persons: subjects.length }
  },
})

/** @throws Invalid naming each field */
function refuseFaults(given: z.output<typeof input>, now: Date): void {
  const faults: Record<string, string> = {}
  const at = new Date(given.givenAt)
  if (at.getTime() > now.getTime()) faults.givenAt = m.registers_expect_not_future()
  const until = given.forbidden?.until
  if (until && until < civilDayOf(now)) faults['forbidden.until'] = m.registers_expect_future()
  if (given.categories.some((category) => !(category in policy.categories))) {
    faults.categories = m.registers_expect_declared()
  }
  if (given.kind === 'indicator') {
    const bad = given.indicators.findIndex((text) => indicatorKind(text) === null)
    if (given.indicators.length === 0) faults.indicators = m.registers_expect_indicators()
    if (bad >= 0) faults.indicators = m.registers_expect_only_indicators({ line: bad + 1 })
    if (given.emails.length > 0) faults.emails = m.registers_expect_no_persons()
    if (given.categories.length > 0) faults.categories = m.registers_expect_no_persons()
    if (given.forbidden) faults['forbidden.by'] = m.registers_expect_no_persons()
  } else {
    if (given.indicators.length > 0) faults.indicators = m.registers_expect_no_indicators()
    if (given.categories.length === 0) faults.categories ??= m.registers_expect_told_what()
  }
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}
