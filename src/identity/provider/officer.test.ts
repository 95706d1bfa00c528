/** The data protection officer: named once in the settings, and from then on wherever the law has them stand. */
import { expect, it } from 'vitest'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { emptyForm } from '../../registers/breaches/breach.form.ts'
import { fetchBreach } from '../../registers/breaches/fetch-breach.ts'
import { noteBreach } from '../../registers/breaches/note-breach.ts'
import { tellBreach } from '../../registers/breaches/tell-breach.ts'
import { fetchProcessing } from '../../registers/processing/fetch-register.ts'
import { makeRequest } from '../../rights/request/make-request.ts'
import { showRequest } from '../../rights/request/show-request.ts'
import { showPolicy } from '../../site/policy/show-policy.ts'
import { changeProvider, showProvider } from './show-provider.ts'

const { desk, privacy } = await privacyDesk()
const owner = await givenStaff(desk)
const { staff, as } = rightsDesk(() => ({ desk, privacy, at: new Date() }))

const provider = {
  name: 'Zavor SRL',
  address: 'Str. Lungă 1, Brașov',
  privacyEmail: 'date@provider.test',
  country: 'RO',
  language: 'ro',
} as const
const officer = { name: 'Ștefana Țugui', email: 'dpo@firma-de-dpo.test', phone: '+40 21 555 0101' }
const change = (more: object) => desk.as(owner).call(changeProvider, { ...provider, ...more } as never)
const named = async () => (await desk.as({ kind: 'visitor' }).call(showProvider, {})).provider?.officer

/** Every text that the law has name the officer, in one language. */
async function everywhere(language: 'ro' | 'en'): Promise<Record<string, string>> {
  const file = async (format: 'json' | 'csv' | 'pdf') =>
    Buffer.from((await staff().call(fetchProcessing, { language, format })).content)
  const { breachId } = await staff().call(noteBreach, { discoveredAt: new Date().toISOString(), form: emptyForm })
  const breach = async (format: 'html' | 'pdf') =>
    Buffer.from((await staff().call(fetchBreach, { breachId, language, format })).content)
  const member = await givenMember(desk)
  await desk.owner.query('update base.person set language = $2 where id = $1', [member.personId, language])
  const { caseId } = await desk.as(member, 'page').call(makeRequest, { kind: 'automated' })
  const { answers } = await as(member).call(showRequest, { caseId })
  const [{ email }] = (await desk.owner.query('select email from base.person where id = $1', [member.personId])).rows
  await staff().call(tellBreach, {
    breachId,
    emails: [email],
    ro: 'Un laptop s-a pierdut ieri.',
    en: 'A laptop was lost yesterday.',
  })
  const letter = (await lettersTo(desk, email)).find(({ kind }) => kind === 'breach')
  return {
    policy: JSON.stringify((await desk.as({ kind: 'visitor' }).call(showPolicy, { language })).provider),
    'register, JSON': (await file('json')).toString(),
    'register, CSV': (await file('csv')).toString(),
    'register, PDF': readPdf(await file('pdf')).text.replaceAll(/\s+/g, ' '),
    'breach, HTML': (await breach('html')).toString(),
    'breach, PDF': readPdf(await breach('pdf')).text.replaceAll(/\s+/g, ' '),
    'breach, letter': JSON.stringify(letter?.words),
    answer: JSON.stringify(answers.map(({ document }) => document)),
  }
}

it('none is named: the register and the form say so, letters do not speak of one', async () => {
  const texts = await everywhere('ro')
  for (const where of ['register, CSV', 'register, PDF', 'breach, HTML', 'breach, PDF']) {
    expect(texts[where], where).toContain('nu este numit')
  }
  expect(JSON.parse(texts['register, JSON'] ?? '').provider.officer).toBeNull()
  for (const where of ['answer', 'breach, letter']) expect(texts[where], where).not.toContain('esponsabilul')
})

it('cannot be named without a way to reach them, nor by anybody but an owner', async () => {
  for (const [given, field] of [
    [{ name: 'Ștefana Țugui', email: '', phone: '' }, 'officer.email'],
    [{ name: '', email: 'nicio adresă', phone: '' }, 'officer.email'],
    [{ name: '', email: '', phone: '+40 21 555 0101' }, 'officer.email'],
    [{ ...officer, phone: 'la birou' }, 'officer.phone'],
    [{ ...officer, name: 'x'.repeat(121) }, 'officer.name'],
  ] as const) {
    await expect(change({ officer: given }), JSON.stringify(given)).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    })
  }
  expect(await named()).toBeNull()
  await expect(desk.as(privacy).call(changeProvider, { ...provider, officer })).rejects.toMatchObject({ code: 'role' })
  await expect(
    desk.owner.query(`update base.provider set officer_name = 'Fără adresă', officer_email = null`),
  ).rejects.toMatchObject({ code: '23514' })
})

it.each(['ro', 'en'] as const)('stands wherever the law wants them, once named: %s', async (language) => {
  await change({ officer: { ...officer, email: ' DPO@firma-de-dpo.test ' } })
  expect(await named()).toEqual(officer)
  const texts = await everywhere(language)
  for (const [where, text] of Object.entries(texts)) {
    for (const part of Object.values(officer)) expect(text, `${where}: ${part}`).toContain(part)
    expect(text, where).not.toContain(language === 'ro' ? 'nu este numit' : 'none is named')
  }
})

it('needs no name, stays when other particulars change, and goes when it is taken away', async () => {
  await change({ officer: { name: '', email: officer.email, phone: '' } })
  expect(await named()).toEqual({ name: null, email: officer.email, phone: null })
  expect((await everywhere('ro')).answer).toContain(`protecția datelor: ${officer.email}.`)
  await change({ address: 'Str. Scurtă 2, Brașov' })
  expect(await named()).toMatchObject({ email: officer.email })
  await change({ officer: null })
  expect(await named()).toBeNull()
})
