/** What is given to others is noted for good, told to whom it is about, and hidden from them exactly while the law says so. */
import { describe, expect, it } from 'vitest'
import { givenMember } from '../../../test/support/given.ts'
import { privacyDesk } from '../../../test/support/rights-desk.ts'
import { openPool } from '../../platform/database/pool.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import { roleOf } from '../../privacy/compiler/wanted.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import { heldOverview } from '../../rights/held/held-overview.ts'
import { liftDueSilences, liftSilence } from './lift-silence.ts'
import { showDisclosure } from './list-disclosures.ts'
import { noteDisclosure } from './note-disclosure.ts'
import { tellDisclosure } from './tell-disclosure.ts'

const today = civilDayOf(new Date())
const system = { kind: 'system', job: 'test' } as const

const { desk, privacy } = await privacyDesk()

type Given = InputOf<typeof noteDisclosure>
const emailOf = async (member: MemberActor) =>
  (await desk.owner.query('select email from base.person where id = $1', [member.personId])).rows[0].email as string

async function disclosureOf(members: readonly MemberActor[], change: Partial<Given> = {}): Promise<Given> {
  return {
    kind: 'authority',
    askedBy: 'Parchetul de pe lângă Judecătoria Brașov',
    ground: 'art. 170 C. proc. pen.',
    reference: '17/P/2026',
    what: 'datele contului, fără mesaje',
    categories: ['contact', 'identification'],
    emails: await Promise.all(members.map(emailOf)),
    indicators: [],
    givenAt: new Date(Date.now() - 60_000).toISOString(),
    forbidden: null,
    ...change,
  }
}
const note = async (members: readonly MemberActor[], change: Partial<Given> = {}) =>
  desk.as(privacy).call(noteDisclosure, await disclosureOf(members, change))
const seenBy = async (member: MemberActor) => (await desk.as(member).call(heldOverview, {})).disclosures
const letters = async (member: MemberActor) =>
  (
    await desk.owner.query(`select count(*)::int as n from base.letter where kind = 'disclosure' and person_id = $1`, [
      member.personId,
    ])
  ).rows[0].n as number

describe('a disclosure', () => {
  it('is told to each person once, and stands in their own view', async () => {
    const [one, two, other] = [await givenMember(desk), await givenMember(desk), await givenMember(desk)]
    const { disclosureId, persons } = await note([one, two])
    expect(persons).toBe(2)
    const again = { disclosureId, accountId: one.accountId, personId: one.personId }
    await Promise.all(Array.from({ length: 5 }, () => desk.as(system).call(tellDisclosure, again)))
    await desk.runJobs()
    for (const member of [one, two]) {
      expect(await seenBy(member)).toMatchObject([{ askedBy: expect.stringContaining('Parchetul') }])
      expect(await letters(member)).toBe(1)
    }
    expect(await seenBy(other)).toEqual([])
    const stranger = { disclosureId, accountId: other.accountId, personId: other.personId }
    expect(await desk.as(system).call(tellDisclosure, stranger)).toEqual({ told: 'gone' })
    expect(await desk.as(privacy).call(showDisclosure, { disclosureId })).toMatchObject({
      disclosure: { decidedBy: 'Radu Tehnic', persons: 2 },
      people: [{ toldAt: expect.any(Date) }, { toldAt: expect.any(Date) }],
    })
  })

  it('that the law forbids to tell is seen by nobody but legal duties, until it does not', async () => {
    const member = await givenMember(desk)
    const { disclosureId } = await note([member], { forbidden: { by: 'art. 152 C. proc. pen.', until: null } })
    await desk.runJobs()
    const told = { disclosureId, accountId: member.accountId, personId: member.personId }
    expect(await desk.as(system).call(tellDisclosure, told)).toEqual({ told: 'forbidden' })
    expect(await seenBy(member)).toEqual([])
    const { rowCount } = await desk.owner.query('select from self.disclosure_told where person_id = $1', [
      member.personId,
    ])
    expect(rowCount).toBe(0)
    await desk.as(privacy).call(liftSilence, { disclosureId, why: 'dosarul s-a închis' })
    await expect(desk.as(privacy).call(liftSilence, { disclosureId, why: 'din nou' })).rejects.toMatchObject({
      code: 'lifted',
    })
    await desk.runJobs()
    expect(await seenBy(member)).toHaveLength(1)
    expect(await letters(member)).toBe(1)
  })

  it('is told on the day after the prohibition ends, and not before', async () => {
    const member = await givenMember(desk)
    const { disclosureId } = await note([member], { forbidden: { by: 'ordin', until: today } })
    expect(await desk.as(system).call(liftDueSilences, {})).toEqual({ lifted: 0 })
    await desk.owner.query('alter table base.disclosure disable trigger user')
    await desk.owner.query('update base.disclosure set forbidden_until = $2 where id = $1', [
      disclosureId,
      addDays(today, -1),
    ])
    await desk.owner.query('alter table base.disclosure enable trigger user')
    expect(await desk.as(system).call(liftDueSilences, {})).toEqual({ lifted: 1 })
    expect(await desk.as(system).call(liftDueSilences, {})).toEqual({ lifted: 0 })
    await desk.runJobs()
    expect(await seenBy(member)).toHaveLength(1)
  })

  it('names each field that cannot stand, and notes nothing', async () => {
    const member = await givenMember(desk)
    const before = (await desk.owner.query('select from base.disclosure')).rowCount
    const signs: Partial<Given> = { kind: 'indicator', categories: [], emails: [], indicators: ['203.0.113.7'] }
    const wrong: [Partial<Given>, string][] = [
      [{ emails: ['nobody@else.test'] }, 'emails'],
      [{ givenAt: new Date(Date.now() + 3_600_000).toISOString() }, 'givenAt'],
      [{ categories: [] }, 'categories'],
      [{ categories: ['shoe_size'] }, 'categories'],
      [{ indicators: ['203.0.113.7'] }, 'indicators'],
      [{ forbidden: { by: 'ordin', until: addDays(today, -1) } }, 'forbidden.until'],
      [{ ...signs, emails: [await emailOf(member)] }, 'emails'],
      [{ ...signs, categories: ['contact'] }, 'categories'],
      [{ ...signs, indicators: [] }, 'indicators'],
      [{ ...signs, indicators: ['203.0.113.7', 'ioana@client.test'] }, 'indicators'],
      [{ ...signs, indicators: ['Ioana Popa'] }, 'indicators'],
    ]
    for (const [change, field] of wrong) {
      const refused = await note([member], change).catch((error: unknown) => error)
      expect(refused, JSON.stringify(change)).toMatchObject({ fields: { [field]: expect.any(String) } })
    }
    expect((await desk.owner.query('select from base.disclosure')).rowCount).toBe(before)
    await expect(note([], { ...signs, indicators: ['203.0.113.7', 'evil.example'] })).resolves.toMatchObject({
      persons: 0,
    })
  })

  it('cannot be changed or removed by any purpose, nor changed by the owner of the database', async () => {
    await note([await givenMember(desk)])
    await expect(desk.owner.query(`update base.disclosure set what = 'nimic'`)).rejects.toMatchObject({ code: 'ZV409' })
    const statements = [
      `update base.disclosure set what = 'nimic'`,
      'delete from base.disclosure_told',
      'delete from base.disclosure',
    ]
    for (const purpose of Object.keys(desk.tools.runningPolicy.machine.policy.purposes)) {
      const pool = openPool(desk.database.urlOf(roleOf(purpose)), { max: 1 })
      try {
        for (const statement of statements) {
          await expect(pool.query(statement), `${purpose}: ${statement}`).rejects.toMatchObject({ code: '42501' })
        }
      } finally {
        await pool.end()
      }
    }
  })
})
