/** Changes that the program itself carries out: what it asks, sets, tells and refuses. */
import { maps } from '../../src/app/maps.ts'
import { formNotices } from '../../src/identity/form-notices.ts'
import { signInWithPassword } from '../../src/identity/sign-in/sign-in-with-password.ts'
import { newId } from '../../src/platform/database/id.ts'
import { pageHeld } from '../../src/privacy/held/held-rows.ts'
import { heldTable as tableHeld } from '../../src/privacy/held/held-tables.ts'
import { showProcessing } from '../../src/registers/processing/show-register.ts'
import { accountEndPlan } from '../../src/rights/ending/end-plan.ts'
import { downloadHeld } from '../../src/rights/held/download.ts'
import { heldTable } from '../../src/rights/held/held-table.ts'
import { listRequests } from '../../src/rights/request/list-requests.ts'
import { makeRequest } from '../../src/rights/request/make-request.ts'
import { askedTexts } from '../../src/site/choice/asked.ts'
import { type Chosen, choiceCookies, readChosen, writeChosen } from '../../src/site/choice/choice-cookie.ts'
import { showLists } from '../../src/site/policy/show-lists.ts'
import { showPolicy } from '../../src/site/policy/show-policy.ts'
import { givenMember, givenPassword } from '../support/given.ts'
import { readZip } from '../support/read-zip.ts'
import type { RuntimeCase } from './runtime-case.ts'
import { answerOf, type RuntimeGround } from './runtime-ground.ts'

const visitor = { kind: 'visitor' } as const
const flat = (value: unknown) => JSON.stringify(value)

const held =
  (table: string) =>
  async ({ desk, member }: RuntimeGround) =>
    flat(await answerOf(desk.as(member).call(heldTable, { table })))
const page = async ({ desk }: RuntimeGround) => flat(await desk.as(visitor).call(showPolicy, { language: 'en' }))
const lists = async ({ desk }: RuntimeGround) => flat(await desk.as(visitor).call(showLists, { language: 'en' }))
const plan = async ({ desk, member }: RuntimeGround) => flat((await desk.as(member).call(accountEndPlan, {})).kept)
const register = async ({ desk, privacy }: RuntimeGround) =>
  flat((await desk.as(privacy).call(showProcessing, { language: 'en' })).asController)
const requests = async ({ desk, member }: RuntimeGround) => flat(await desk.as(member).call(listRequests, {}))

/** Whether the person finds in their data what somebody else wrote in their ticket. */
async function readsWords(
  { desk, self, member, ticketId }: RuntimeGround,
  reach: 'held' | 'addressed',
  author: 'author' | 'author_staff',
  authorId: string,
): Promise<boolean> {
  const words = `Pentru Ioana ${newId()}`
  await desk.owner.query(
    `insert into base.message (account_id, id, ticket_id, ${author}, body) values ($1, $2, $3, $4, $5)`,
    [member.accountId, newId(), ticketId, authorId, words],
  )
  const map = maps.find(({ table }) => table === 'message')
  const table = map && tableHeld(map, maps)
  if (!table) throw new Error('nobody is shown messages')
  const { rows } = await pageHeld(self, table, { ...member, owner: false }, null, 50, reach)
  return rows.some(({ body }) => body === words)
}

/** An answer in which some words come to stand, or no longer do. */
function inAnswer(kind: string, change: string, ask: RuntimeCase['ask'], words: string, becomes: string): RuntimeCase {
  const was = expect.stringContaining(words)
  return {
    kind,
    change,
    ask,
    was,
    becomes: becomes === '' ? expect.not.stringContaining(words) : expect.stringContaining(becomes),
    inProgram: true,
  }
}

const on = new Date('2026-11-26T00:00:00Z')
const agreed: Chosen = {
  on,
  given: ['visits'],
  visitorId: '5d0e6f0c-8a51-4b2f-9b58-2f6f4c1d7e90',
  despiteSignal: false,
}
const refused: Chosen = { ...agreed, given: [], visitorId: null }
const age = (line = '') => Number(/Max-Age=(\d+)/.exec(line)?.[1])
const days = 86_400

export const programCases: readonly RuntimeCase[] = [
  {
    kind: 'policy purposes objection',
    change: 'purposes.improvement.objection: possible -> none',
    ask: async ({ desk }) => {
      const person = desk.as(await givenMember(desk))
      const answer = await answerOf(person.call(makeRequest, { kind: 'objection', purpose: 'improvement' }))
      return 'refused' in answer ? answer.refused : 'taken'
    },
    was: 'taken',
    becomes: 'invalid',
    inProgram: true,
  },
  {
    kind: 'policy consent askAgainAfter',
    change: 'consent.askAgainAfter: P6M -> P7M',
    ask: async () => (readChosen(writeChosen(refused), new Date('2027-06-10T00:00:00Z')) ? 'not asked' : 'asked again'),
    was: 'asked again',
    becomes: 'not asked',
    inProgram: true,
  },
  {
    kind: 'policy cookies lasts',
    change: 'cookies.zavor_visit.lasts: P12M -> P11M',
    ask: async () => age(choiceCookies(agreed, true)[1]) / days,
    was: 365,
    becomes: 334,
    inProgram: true,
  },
  {
    kind: 'policy cookies purpose',
    change: 'cookies.zavor_visit.purpose: visits -> support',
    ask: async () => askedTexts('en').map(({ title }) => title),
    was: ['Visit statistics'],
    becomes: ['Support'],
    inProgram: true,
  },
  {
    kind: 'policy cookies setBy',
    change: 'cookies.zavor_session.setBy: sign-in -> choice',
    ask: async ({ desk, email }) => {
      const wish = { email, password: givenPassword, keep: false, userAgent: undefined }
      return (await desk.as(visitor).call(signInWithPassword, wish)).cookies.map((line) => line.split('=')[0])
    },
    was: ['zavor_session'],
    becomes: [],
    inProgram: true,
  },
  {
    kind: 'policy ages digitalConsent',
    change: 'ages.digitalConsent.RO: 16 -> 17',
    ask: async ({ desk }) => (await desk.as(visitor).call(formNotices, { form: 'register' })).age,
    was: 16,
    becomes: 17,
    inProgram: true,
  },
  {
    kind: 'policy authorities',
    change: 'authorities.RO: taken out',
    ask: (ground) => page(ground).catch((error: Error) => error.message),
    was: expect.stringContaining('(ANSPDCP)'),
    becomes: 'the policy names no supervisory authority for RO',
    inProgram: true,
  },
  {
    kind: 'table addressed',
    change: 'message: addressed ticket_id -> none',
    ask: async (ground) => {
      const colleague = await givenMember(ground.desk, { accountId: ground.member.accountId })
      return readsWords(ground, 'addressed', 'author', colleague.personId)
    },
    was: true,
    becomes: false,
    inProgram: true,
  },
  {
    kind: 'column link',
    change: 'message.ticket_id: link ticket -> none',
    ask: (ground) => readsWords(ground, 'held', 'author_staff', ground.privacy.staffId),
    was: true,
    becomes: false,
    inProgram: true,
  },
  {
    kind: 'table content',
    change: 'attachment: content ',
    ask: async ({ desk, everything, member }) => {
      const { accountId, rows } = everything
      const person = { ...member, accountId, personId: String(rows.get('person')?.id) }
      const { content } = await desk.as(person).call(downloadHeld, {})
      const zip = readZip(Buffer.from(await new Response(content).arrayBuffer()))
      return [...zip.keys()].some((name) => name.startsWith('files/'))
    },
    was: true,
    becomes: false,
    inProgram: true,
  },
  {
    kind: 'table login',
    change: 'login_device: login login_id -> none',
    ask: held('login_device'),
    was: expect.stringContaining('"rows"'),
    becomes: '{"refused":"not_found"}',
    inProgram: true,
  },
  inAnswer('column export', 'person.phone: export none -> no', held('person'), '+40 722', ''),
  inAnswer('column label', 'person.phone: label ', held('person'), 'Telefon', 'Altceva'),
  inAnswer('column source', 'legal_hold.reason: source ', held('legal_hold'), 'the provider’s staff', 'from you'),
  inAnswer('table label', 'person: label ', held('person'), 'Persoane', 'Altceva'),
  inAnswer('table capacity', 'ticket: capacity ', register, 'client', 'the client’s own customers'),
  inAnswer('policy categories', 'categories.contact.en: ', register, 'Contact details', 'Contact details x'),
  inAnswer(
    'policy purposes recipients',
    'purposes.support.recipients: ["hosting","mail","backup_store"] -> ["hosting","backup_store"]',
    lists,
    'the e-mail company","role":"processor","purposes":["Account and sign-in","Support"',
    'the e-mail company","role":"processor","purposes":["Account and sign-in","Access to servers"',
  ),
  inAnswer('policy purposes basis article', 'purposes.support.basis.article: ', page, 'Art. 6(1)(b)', 'Art. 6(1)(b) x'),
  inAnswer(
    'policy purposes basis words',
    'purposes.support.basis.words.en: ',
    page,
    'performance of the contract',
    'performance of the contract x',
  ),
  inAnswer(
    'policy retention words',
    'retention.conversation.words.en: ',
    page,
    'Tickets and messages',
    'Tickets and messages x',
  ),
  inAnswer(
    'policy retention from',
    'retention.conversation.from.en: ',
    page,
    'the ticket is closed',
    'the ticket is closed x',
  ),
  inAnswer(
    'policy retention ground',
    'retention.conversation.ground.en: ',
    page,
    'limitation of claims',
    'limitation of claims x',
  ),
  inAnswer(
    'policy holds words',
    'holds.accountability.words.en: ',
    plan,
    'the access log, without names',
    'the access log, without names x',
  ),
  inAnswer('policy holds article', 'holds.accountability.article: ', plan, 'Art. 5(2)', 'Art. 5(2) x'),
  inAnswer(
    'policy holds from',
    'holds.accountability.from.en: ',
    page,
    'the entry is written',
    'the entry is written x',
  ),
  {
    kind: 'policy holds period',
    change: 'holds.accountability.period: P3Y -> P4Y',
    ask: async ({ desk, member }) => {
      const { kept } = await desk.as(member).call(accountEndPlan, {})
      const until = kept.find(({ label }) => label.en === 'Access log')?.until
      return until ? until.getUTCFullYear() - new Date().getUTCFullYear() : null
    },
    was: 3,
    becomes: 4,
    inProgram: true,
  },
  inAnswer(
    'policy cookies words',
    'cookies.zavor_visit.words.en: ',
    lists,
    'only with your consent.',
    'only with your consent. x',
  ),
  inAnswer(
    'policy cookies life',
    'cookies.zavor_visit.life.en: ',
    lists,
    'until you withdraw the consent',
    'until you withdraw the consent x',
  ),
  inAnswer('policy cookies', 'cookies.zavor_language: taken out', lists, 'zavor_language', ''),
  inAnswer('policy recipients', 'recipients.tax_authority: taken out', lists, 'the Romanian tax authority', ''),
  inAnswer(
    'policy recipients words',
    'recipients.mail.words.en: ',
    lists,
    'the e-mail company',
    'the e-mail company x',
  ),
  inAnswer(
    'policy recipients role',
    'recipients.mail.role: processor -> controller',
    lists,
    '"role":"processor"',
    '"role":"controller"',
  ),
  inAnswer('policy recipients country', 'recipients.mail.country: ', lists, 'Romania', 'United States'),
  inAnswer(
    'policy recipients safeguard',
    'recipients.mail.safeguard.en: ',
    lists,
    'within the European Economic Area',
    'within the European Economic Area x',
  ),
  inAnswer('policy authorities name', 'authorities.RO.name: ', requests, '(ANSPDCP)', '(ANSPDCP) x'),
  inAnswer(
    'policy authorities address',
    'authorities.RO.address: ',
    requests,
    '010336 București',
    '010336 București x',
  ),
  inAnswer('policy authorities phone', 'authorities.RO.phone: ', requests, '+40.318.059.211', '+40.318.059.211 x'),
  inAnswer(
    'policy authorities email',
    'authorities.RO.email: ',
    requests,
    'anspdcp@dataprotection.ro',
    'anspdcp@dataprotection.ro x',
  ),
  inAnswer(
    'policy authorities site',
    'authorities.RO.site: ',
    requests,
    'www.dataprotection.ro',
    'www.dataprotection.ro x',
  ),
  inAnswer('policy ages never', 'ages.never: ', page, 'under 13', 'under 14'),
  inAnswer('policy retention', 'retention.accounting: taken out', page, 'Accounting records', ''),
  inAnswer('policy holds', 'holds.accounting: taken out', page, '"accounting records"', ''),
  inAnswer('policy version', 'version: ', page, '2026-11', '2026-11 x'),
]
