/** What is decided about everybody: asked of the published page, the consent texts, the markers, the cookies, the register of processing. */
import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import { languageCookies, publishedCookies } from '../../src/identity/sign-in/cookies.ts'
import { forgetLogin } from '../../src/privacy/compiler/erase.ts'
import { applyMarker } from '../../src/privacy/compiler/markers.ts'
import type { Piece } from '../../src/privacy/compiler/piece.ts'
import { endParts, heldPeople } from '../../src/privacy/compiler/retention.ts'
import { entryGrants, limitPieces } from '../../src/privacy/compiler/wanted.ts'
import { exportSchema } from '../../src/privacy/held/export-schema.ts'
import { consentText } from '../../src/privacy/notice/consent-text.ts'
import type { PolicyContent } from '../../src/privacy/policy/content.ts'
import { compareLists } from '../../src/privacy/policy/difference/compare-lists.ts'
import { comparePeriods } from '../../src/privacy/policy/difference/compare-periods.ts'
import { comparePurposes } from '../../src/privacy/policy/difference/compare-purposes.ts'
import { type MachineHalf, machineHalf } from '../../src/privacy/policy/machine-half.ts'
import type { PolicyShape } from '../../src/privacy/policy/shape.ts'
import { checkProse } from '../../src/privacy/prose/check-prose.ts'
import type { Proses } from '../../src/privacy/prose/load-prose.ts'
import { placeholderValues } from '../../src/privacy/prose/placeholders.ts'
import { policyTables } from '../../src/privacy/prose/tables.ts'
import { activitiesOf, processorActivities } from '../../src/registers/processing/register.ts'
import { alwaysKept } from '../../src/rights/ending/ending.rules.ts'
import { limitOf, purposeFault } from '../../src/rights/request/request.rules.ts'
import { recipientsToTell } from '../../src/rights/request/tell-recipients.ts'
import { askedPurposes } from '../../src/site/choice/asked.ts'
import { choiceCookies } from '../../src/site/choice/choice-cookie.ts'
import { bodyOf, type Note, type Question } from './question.ts'
import { byWhat } from './table-questions.ts'

const now = new Date('2026-11-26T12:00:00Z')
const provider = { name: 'P', address: 'A', privacyEmail: 'p@p', country: 'RO' }
const languages = ['ro', 'en'] as const

/** The policy as it is at the moment of asking: parts of it are replaced between two. */
const shape = (): PolicyShape => policy

/** The quickest to answer first. `published`: what people were told last. */
export function policyQuestions(proses: Proses, published: PolicyContent): Question[] {
  const parts = [
    page,
    choices,
    cookies,
    limits,
    acrossTables,
    (note: Note) => note('prose', checkProse(shape(), proses.ro, proses.en)),
    (note: Note) => told(published.machine, note),
    register,
  ]
  return parts.map((ask) => ({ about: 'policy', ask }))
}

function page(note: Note): void {
  for (const language of languages) {
    for (const [table, rows] of Object.entries(policyTables(shape(), language)))
      for (const row of rows) note(`page ${language} ${table} ${row[0]}`, row.slice(1).join(' | '))
    for (const [name, value] of placeholderValues(shape(), provider, language)) note(`says ${language} ${name}`, value)
  }
  note('export of purposes', exportSchema([]).purposes)
  note('kept always', alwaysKept(now))
}

function choices(note: Note): void {
  for (const [purpose, rule] of Object.entries(shape().purposes)) {
    for (const language of languages) note(`asks ${purpose} ${language}`, consentText(purpose, language, shape()).whole)
    note(`may be objected to, withdrawn: ${purpose}`, [
      purposeFault('objection', purpose as never) ?? 'yes',
      purposeFault('withdrawal', purpose as never) ?? 'yes',
      limitOf({ kind: 'objection', purpose: purpose as never }) ?? 'weighed',
    ])
    const isAsked = askedPurposes(shape()).includes(purpose as never)
    note(`goes with consent ${purpose}`, rule.basis.kind === 'consent' && isAsked)
  }
  note('told of changes', recipientsToTell())
}

function cookies(note: Note): void {
  const chosen = {
    on: now,
    given: askedPurposes(shape()),
    visitorId: '00000000-0000-7000-8000-000000000000',
    despiteSignal: false,
  }
  note('cookies after yes', choiceCookies(chosen, true, shape()))
  note('cookies after no', choiceCookies({ ...chosen, given: [], visitorId: null }, true, shape()))
  const lines = Object.keys(shape().cookies).map((name) => `${name}=x; Max-Age=600`)
  note('cookies of sign-in', publishedCookies(lines, { secure: true, keep: true }))
  note('cookies of the language', languageCookies('ro', true))
}

function limits(note: Note): void {
  const purposes = Object.keys(shape().purposes)
  for (const { name, sql } of limitPieces(shape())) note(`does ${name.split('.')[1]}`, bodyOf(sql))
  for (const [what, columns] of Object.entries(byWhat(purposes.flatMap((name) => entryGrants(name as never)))))
    note(what, columns.join(' '))
}

function acrossTables(note: Note): void {
  const pieces: Piece[] = [applyMarker(maps), forgetLogin(maps), heldPeople(maps), ...endParts(shape(), maps)]
  for (const { name, sql } of pieces) note(`does ${name.split('.')[1]}`, bodyOf(sql))
  note('uses', machineHalf(shape(), maps).uses)
}

/** What a new version would tell people, the prose aside. */
function told(was: MachineHalf, note: Note): void {
  const machine = machineHalf(shape(), maps)
  const changes = [
    ...comparePurposes(was, machine),
    ...compareLists(was.policy, machine.policy),
    ...comparePeriods(was.policy, machine.policy),
  ]
  note(
    'people are told',
    changes.map(({ says }) => says.en),
  )
}

/** Article 30, by purpose. */
function register(note: Note): void {
  const sources = { policy: shape(), maps, companies: [] }
  for (const one of activitiesOf(sources, 'en')) note(`register as controller: ${one.purpose}`, one)
  for (const one of processorActivities(sources, 'en')) note(`register as processor: ${one.purpose}`, one)
}
