/** A breach has its clock, its form and its reason; whom it puts at risk is told once, in their language. */
import { describe, expect, it } from 'vitest'
import type { TestDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { looking } from '../../../test/support/promises.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { privacyDesk } from '../../../test/support/rights-desk.ts'
import { inLocale } from '../../platform/language/locale.server.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import { heldOverview } from '../../rights/held/held-overview.ts'
import { emptyForm } from './breach.form.ts'
import { leaveBreach, notifyBreach } from './decide-breach.ts'
import { fetchBreach } from './fetch-breach.ts'
import { listBreaches, showBreach } from './list-breaches.ts'
import { changeBreach, noteBreach } from './note-breach.ts'
import { remindOfBreaches } from './remind-breaches.ts'
import { tellBreach } from './tell-breach.ts'

const system = { kind: 'system', job: 'test' } as const
const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()

const { desk, privacy } = await privacyDesk()

type Form = InputOf<typeof noteBreach>['form']
const empty: Form = emptyForm
const whole: Form = {
  ...empty,
  taxNumber: 'RO 18547290',
  contactName: 'Ștefania Țuțuianu',
  contactEmail: 'date@provider.test',
  circumstances: 'Un laptop pierdut, cu discul criptat.',
  nature: ['availability', 'confidentiality'],
  categories: ['contact'],
  personKinds: 'persoanele a doi clienți',
  persons: 12,
  consequences: 'mesaje nedorite',
  measures: 'cheile au fost schimbate',
  personsToldWhy: 'după ce aflăm cine',
}
const note = async (hours: number, form: Form = whole) =>
  (await desk.as(privacy).call(noteBreach, { discoveredAt: ago(hours), form })).breachId
const call: ReturnType<TestDesk['as']>['call'] = (operation, input) => desk.as(privacy).call(operation, input)

describe('a breach', () => {
  it('begins its clock with nothing but the discovery, and lacks what the authority must be told', async () => {
    const breachId = await note(2, empty)
    const { breach } = await call(showBreach, { breachId })
    expect(breach).toMatchObject({ hoursLeft: 69, outcome: null })
    expect(breach.missing).toEqual(expect.arrayContaining(['taxNumber', 'nature', 'personsToldWhy']))
    const notified = { breachId, notifiedAt: ago(0), reference: '1234', lateWhy: null }
    await expect(call(notifyBreach, notified)).rejects.toMatchObject({ fields: { 'form.nature': expect.any(String) } })
    await expect(desk.as(privacy).call(noteBreach, { discoveredAt: ago(-1), form: empty })).rejects.toMatchObject({
      fields: { discoveredAt: expect.any(String) },
    })
  })

  it('says all that is wrong with its form at once, and within which bounds a number lies', async () => {
    const wrong = {
      ...whole,
      persons: 1e20,
      records: -3,
      contactEmail: 'nobody',
      circumstances: 'x'.repeat(4001),
      categories: ['of none'],
      happenedFrom: ago(1),
      happenedUntil: ago(3),
    }
    const words = expect.any(String)
    const fields = {
      'form.persons': expect.stringMatching(/\b1[.,]?000[.,]?000[.,]?000\b/),
      'form.records': words,
      'form.contactEmail': words,
      'form.circumstances': words,
      'form.categories': words,
      'form.happenedFrom': words,
      'form.happenedUntil': words,
    }
    await inLocale('ro', async () => {
      const noted = call(noteBreach, { discoveredAt: ago(-1), form: { ...wrong, happenedFrom: ago(-2) } })
      await expect(noted).rejects.toMatchObject({ code: 'invalid', fields: { ...fields, discoveredAt: words } })
      const breachId = await note(2)
      await expect(call(changeBreach, { breachId, form: wrong })).rejects.toMatchObject({ fields })
      for (const form of [null, 7, [], 'x']) {
        const odd = call(noteBreach, { discoveredAt: ago(-1), form: form as never })
        await expect(odd).rejects.toMatchObject({ code: 'invalid', fields: { discoveredAt: words } })
      }
    })
  })

  it('is notified once; later than 72 hours only with the reason, whoever writes the row', async () => {
    const breachId = await note(80)
    const notified = { breachId, notifiedAt: ago(0.01), reference: '1234/2026', lateWhy: null }
    await expect(call(notifyBreach, notified)).rejects.toMatchObject({ fields: { lateWhy: expect.any(String) } })
    const forced = desk.owner.query(
      `update base.breach set outcome = 'notified', decided_at = now(), decided_by = noted_by where id = $1`,
      [breachId],
    )
    await expect(forced).rejects.toMatchObject({ code: '23514' })
    for (const notifiedAt of [ago(-1), ago(100)]) {
      await expect(call(notifyBreach, { ...notified, notifiedAt, lateWhy: 'x' })).rejects.toMatchObject({
        fields: { notifiedAt: expect.any(String) },
      })
    }
    const many = Array.from({ length: 4 }, () => call(notifyBreach, { ...notified, lateWhy: 'am aflat târziu cine' }))
    expect((await Promise.allSettled(many)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await call(changeBreach, { breachId, form: { ...whole, persons: 14 } })
    const { steps } = await call(showBreach, { breachId })
    expect(steps.map(({ kind }) => kind)).toEqual(['supplemented', 'notified', 'noted'])
    await expect(desk.owner.query(`update base.breach_step set why = ''`)).rejects.toMatchObject({ code: 'ZV409' })
  })

  it('may stay without notification, with a reason that says something', async () => {
    const breachId = await note(1)
    await expect(call(leaveBreach, { breachId, why: 'nu' })).rejects.toMatchObject({
      fields: { why: expect.any(String) },
    })
    await call(leaveBreach, { breachId, why: 'discul era criptat și cheia nu s-a pierdut' })
    await expect(
      call(leaveBreach, { breachId, why: 'discul era criptat și cheia nu s-a pierdut' }),
    ).rejects.toMatchObject({ code: 'decided' })
    const { breaches } = await call(listBreaches, {})
    expect(breaches.find(({ id }) => id === breachId)).toMatchObject({ outcome: 'not_notified', hoursLeft: null })
  })

  it('is notified after all when a risk shows later, with both reasons in its history', async () => {
    const breachId = await note(90)
    await call(leaveBreach, { breachId, why: 'discul era criptat și cheia nu s-a pierdut' })
    const notified = { breachId, notifiedAt: ago(0), reference: '77/2026', lateWhy: null }
    await expect(call(notifyBreach, notified)).rejects.toMatchObject({ fields: { lateWhy: expect.any(String) } })
    await call(notifyBreach, { ...notified, lateWhy: 'cheia s-a găsit la altcineva' })
    await expect(call(notifyBreach, { ...notified, lateWhy: 'încă o dată' })).rejects.toMatchObject({ code: 'decided' })
    const { breach, steps } = await call(showBreach, { breachId })
    expect(breach).toMatchObject({ outcome: 'notified', reference: '77/2026' })
    expect(steps.map(({ kind, why }) => [kind, why])).toEqual([
      ['notified', '77/2026'],
      ['not_notified', 'discul era criptat și cheia nu s-a pierdut'],
      ['noted', null],
    ])
  })

  it('fills the authority’s form in, as HTML and as tagged PDF', async () => {
    const breachId = await note(3)
    for (const language of ['ro', 'en'] as const) {
      const html = await call(fetchBreach, { breachId, language, format: 'html' })
      const pdf = readPdf(Buffer.from((await call(fetchBreach, { breachId, language, format: 'pdf' })).content))
      expect(pdf).toMatchObject({ hasStructure: true, language: language === 'ro' ? 'ro-RO' : 'en-GB' })
      for (const words of ['Zavor SRL', 'RO 18547290', 'Ștefania Țuțuianu', 'Un laptop pierdut', '12', 'ANSPDCP']) {
        expect(Buffer.from(html.content).toString()).toContain(words)
        expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain(words)
      }
    }
  })

  it('has every point of the annex to Decision 128/2018, with what is known and who was told from here', async () => {
    const typed = {
      taxNumber: 'RO 18547290',
      contactName: 'Ștefania Țuțuianu',
      contactRole: 'responsabil cu protecția datelor',
      contactPhone: '+40 21 555 0101',
      contactEmail: 'date@provider.test',
      contactAddress: 'Str. Păcii 5, Brașov',
      circumstances: 'Un laptop pierdut în tren.',
      place: 'trenul IR 1583; discul unui laptop',
      content: 'nume și numere de telefon',
      protection: 'discul era criptat',
      personKinds: 'persoanele a doi clienți',
      consequences: 'apeluri nedorite',
      measures: 'accesul a fost închis',
      personsToldWhy: 'fiecare în parte',
      others: 'transportatorul',
      otherStates: 'două persoane din Bulgaria',
      otherAuthorities: 'CPDP, la 3 noiembrie',
    }
    const known: Form = {
      ...empty,
      ...typed,
      nature: ['confidentiality'],
      categories: ['contact'],
      persons: 12,
      records: 40,
      personsTold: 'yes',
      happenedFrom: ago(9),
      happenedUntil: ago(8),
    }
    const breachId = await note(3, known)
    const member = await givenMember(desk)
    const words = 'Un laptop s-a pierdut. Nu răspundeți la apeluri necunoscute.'
    await call(tellBreach, { breachId, emails: [`${member.personId}@client.test`], ro: words, en: '' })
    const read = async (id: string, language: 'ro' | 'en') => {
      const pdf = readPdf(Buffer.from((await call(fetchBreach, { breachId: id, language, format: 'pdf' })).content))
      return pdf.text.replaceAll(/\s+/g, ' ')
    }
    const text = await read(breachId, 'ro')
    for (const point of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13–15', '16', '17'])
      expect(text).toMatch(new RegExp(`(^| )${point}\\. \\p{Lu}`, 'u'))
    for (const one of Object.values(typed)) expect(text, one).toContain(one)
    for (const said of [
      'privat',
      'Date de contact',
      'da, au fost informate',
      ' 12 ',
      ' 40 ',
      words,
      'Câte au fost informate 1',
    ])
      expect(text, said).toContain(said)
    expect(text).not.toContain('necunoscut ')
    // Of one about which nothing is known each point stands there as such, in either language.
    const other = await note(1, empty)
    expect((await read(other, 'ro')).match(/încă necunoscut/g)?.length).toBeGreaterThan(18)
    expect((await read(other, 'en')).match(/not known yet/g)?.length).toBeGreaterThan(18)
  })

  it('opens one that was noted before a field was asked for', async () => {
    const breachId = await note(1)
    await desk.owner.query(
      `update base.breach set form = form - array['sector', 'place', 'content', 'protection', 'otherStates', 'otherAuthorities', 'contactAddress'] where id = $1`,
      [breachId],
    )
    const { breach } = await call(showBreach, { breachId })
    expect(breach.form).toMatchObject({ sector: 'private', place: '', contactName: 'Ștefania Țuțuianu' })
    await call(fetchBreach, { breachId, language: 'ro', format: 'html' })
  })

  it('tells whom it touched, once and in their language, and they see it in their account', async () => {
    const [one, two] = [await givenMember(desk), await givenMember(desk)]
    await desk.owner.query(`update base.person set language = 'en' where id = $1`, [two.personId])
    const emails = [`${one.personId}@client.test`, `${two.personId}@client.test`]
    const breachId = await note(1)
    const said = { ro: 'Un laptop s-a pierdut; schimbați parola.', en: 'A laptop was lost; change your password.' }
    await expect(call(tellBreach, { breachId, emails, ...said, en: '' })).rejects.toMatchObject({
      fields: { en: expect.any(String) },
    })
    const all = { breachId, emails: [...emails, 'x@else.test'], ro: '', en: '' }
    await expect(call(tellBreach, all)).rejects.toMatchObject({
      fields: { emails: expect.stringContaining('x@else.test'), ro: expect.any(String), en: expect.any(String) },
    })
    await expect(call(tellBreach, { breachId, emails: ['x@else.test'], ...said })).rejects.toMatchObject({
      fields: { emails: expect.any(String) },
    })
    expect(await call(tellBreach, { breachId, emails, ...said })).toEqual({ told: 2 })
    expect(await call(tellBreach, { breachId, emails, ...said })).toEqual({ told: 0 })
    for (const [email, words] of [
      [emails[0], said.ro],
      [emails[1], said.en],
    ] as const) {
      const letters = (await lettersTo(desk, email!)).filter(({ kind }) => kind === 'breach')
      expect(letters).toHaveLength(1)
      expect(letters[0]?.words.lines).toContain(words)
    }
    const { tables } = await desk.as(one).call(heldOverview, {})
    expect(tables.find(({ name }) => name === 'breach_told')).toMatchObject({ count: 1 })
  })

  it('is reminded of in its last day and after, every eight hours', async () => {
    await desk.owner.query(
      `update base.breach set outcome = 'not_notified', outcome_why = 'x', decided_at = now(), decided_by = noted_by where outcome is null`,
    )
    await note(20)
    expect(await desk.as(system).call(remindOfBreaches, {})).toEqual({ breaches: 0 })
    await note(49)
    await note(90)
    expect(await desk.as(system).call(remindOfBreaches, {})).toEqual({ breaches: 2 })
    expect(await desk.as(system).call(remindOfBreaches, {})).toEqual({ breaches: 0 })
    await desk.owner.query(`update base.breach set reminded_at = now() - interval '8 hours'`)
    expect(await desk.as(system).call(remindOfBreaches, {})).toEqual({ breaches: 2 })
  })

  it('is nobody’s business but the owners’ and the privacy staff’s', async () => {
    const others = await givenStaff(desk, { roles: ['technician', 'sales', 'billing'] })
    await expect(desk.as(others).call(listBreaches, {})).rejects.toMatchObject({ code: 'role' })
  })

  it('P26: the check sees one whose 72 hours ended without a decision', async () => {
    const checks = await looking(desk)
    try {
      expect(await checks.look('P26', 'breaches_in_time')).toMatchObject({ holds: false })
      await desk.owner.query(
        `update base.breach set outcome = 'not_notified', outcome_why = 'x', decided_at = now(), decided_by = noted_by where outcome is null`,
      )
      expect(await checks.look('P26', 'breaches_in_time')).toMatchObject({ holds: true })
    } finally {
      await checks.close()
    }
  })
})
