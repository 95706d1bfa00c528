/**
 * What waits for somebody's answer in the demonstration: new terms, a text about a client, a transfer of the business, a report
 * about a child, a public fact with its source, a request to put something right. What was done by a start that was killed half-way is passed over by the next.
 */
import type { Pool } from 'pg'
import { decideCaseStudy } from '../../case-study/decide-study.ts'
import { writeCaseStudy } from '../../case-study/write-study.ts'
import { leaveReport } from '../../children/decide-report.ts'
import { makeChildReport } from '../../children/make-report.ts'
import { addFact } from '../../enrichment/facts.ts'
import { turnEnrichment } from '../../enrichment/turn-enrichment.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import { makeRequest } from '../../rights/request/make-request.ts'
import { answerSuccession, listOwnSuccessions } from '../../succession/answer-question.ts'
import { askPerson } from '../../succession/ask-people.ts'
import { startSuccession } from '../../succession/start-campaign.ts'
import { acceptTerms } from '../../terms/accept-terms.ts'
import { tellTerms } from '../../terms/announce-terms.ts'
import { publishFirstTerms, publishTerms } from '../../terms/publish-terms.ts'
import type { Desk } from '../desk.ts'
import { callAs, type DemoCall, isNew } from './demo-caller.ts'
import { demoId } from './demo-id.ts'
import type { DemoPeople } from './demo-people.ts'
import { aboutOne, aboutTwo, nightWork, toPutRight, transfer } from './demo-texts.ts'

interface Demo {
  readonly desk: Desk
  readonly database: Pool
  readonly people: DemoPeople
  readonly provider: DemoCall
  readonly two: DemoCall
}

export async function layDownQuestions(desk: Desk, database: Pool, people: DemoPeople): Promise<void> {
  const provider = callAs(desk, { ...people.owner, freshAt: new Date() })
  const demo = { desk, database, people, provider, two: callAs(desk, people.two, 'en') }
  await layDownTerms(demo)
  await layDownStudies(demo)
  await layDownTransfer(demo)
  await layDownReports(demo)
  await layDownFact(demo)
  await layDownRequests(demo)
}

/** A second version: one client has accepted it, the other has not yet. */
async function layDownTerms({ desk, database, people, provider, two }: Demo): Promise<void> {
  await desk.runJob(publishFirstTerms.name, {})
  const latest = () =>
    database.query<{ id: string; number: number; text_ro: string; text_en: string; hash: string }>(
      'select id, number, text_ro, text_en, hash from base.terms_version order by number desc limit 1',
    )
  const first = (await latest()).rows[0]
  if (first?.number === 1) {
    const [textRo, textEn] = [`${first.text_ro}\n\n${nightWork.ro}`, `${first.text_en}\n\n${nightWork.en}`]
    await provider(publishTerms, { textRo, textEn, after: 1 })
  }
  const terms = (await latest()).rows[0]!
  for (const { accountId } of [people.one, people.two]) {
    await desk.runJob(tellTerms.name, { versionId: terms.id, accountId })
  }
  await two(acceptTerms, { hash: terms.hash })
}

/** One text that its client approved, and one that waits for approval. */
async function layDownStudies({ database, people, provider, two }: Demo): Promise<void> {
  for (const [{ accountId }, text] of [
    [people.one, aboutOne],
    [people.two, aboutTwo],
  ] as const) {
    if (await isNew(database, 'select from base.case_study where account_id = $1', accountId)) {
      await provider(writeCaseStudy, { accountId, ...text })
    }
  }
  const { rows } = await database.query<{ id: string; text_hash: string }>(
    'select id, text_hash from base.case_study where account_id = $1',
    [people.two.accountId],
  )
  for (const { id, text_hash } of rows) await two(decideCaseStudy, { studyId: id, answer: 'yes', text: text_hash })
}

/** Both clients are asked; one has said yes. */
async function layDownTransfer({ desk, database, people, provider, two }: Demo): Promise<void> {
  const campaigns = 'select id from base.succession_campaign where successor = $1'
  if (await isNew(database, campaigns, transfer.successor)) {
    await provider(startSuccession, { ...transfer, closesOn: addDays(civilDayOf(new Date()), 30) })
  }
  const { rows } = await database.query<{ id: string }>(campaigns, [transfer.successor])
  for (const { id: campaignId } of rows) {
    for (const { accountId, personId } of [people.one, people.two]) {
      await desk.runJob(askPerson.name, { campaignId, accountId, personId })
    }
    const { questions } = await two(listOwnSuccessions, {})
    for (const { text } of questions) await two(answerSuccession, { campaignId, answer: 'yes', text })
  }
}

/** One report that waits for a person to decide, and one decided. */
async function layDownReports({ desk, database, provider }: Demo): Promise<void> {
  const visitor = callAs(desk, { kind: 'visitor' })
  const [waiting, decided] = [demoId('child'), demoId('child of a month ago')]
  const report = { kind: 'under_age', language: 'ro' } as const
  const ofOne = 'select from base.child_report where id = $1'
  if (await isNew(database, ofOne, waiting)) {
    const aboutWhom = 'Un băiat de 11 ani, care scrie de pe adresa vlad.joaca@client-two.test'
    const why = 'Este colegul fiului meu. A povestit la școală că are cont aici, pentru serverul lui de jocuri.'
    await visitor(makeChildReport, { ...report, aboutWhom, why, email: 'parinte@vizitator.test', sendingId: waiting })
  }
  if (await isNew(database, ofOne, decided)) {
    const aboutWhom = 'Cineva care semnează Andrei la brutărie'
    await visitor(makeChildReport, { ...report, aboutWhom, sendingId: decided })
  }
  if (await isNew(database, `${ofOne} and decided_at is not null`, decided)) {
    await provider(leaveReport, { reportId: decided, outcome: 'nothing_found' })
  }
}

/** Additions from public sources are off until an owner turns them on: here she did, for one fact. */
async function layDownFact({ database, people, provider }: Demo): Promise<void> {
  const { accountId, personId } = people.one
  await provider(turnEnrichment, { state: 'on' })
  if (await isNew(database, 'select from base.enrichment_fact where account_id = $1', accountId)) {
    await provider(addFact, {
      accountId,
      personId,
      field: 'industry',
      value: 'Fabricarea pâinii (cod CAEN 1071), din 2009',
      source: 'Registrul Comerțului, căutarea publică',
      sourceOn: addDays(civilDayOf(new Date()), -3),
    })
  }
}

/** One request that was answered as it came, and one that a person has to look at. */
async function layDownRequests({ desk, database, people, two }: Demo): Promise<void> {
  const ofClient = 'select from base.rights_case where account_id = $1'
  const one = callAs(desk, people.one)
  if (await isNew(database, ofClient, people.two.accountId)) await two(makeRequest, { kind: 'access' })
  if (await isNew(database, ofClient, people.one.accountId))
    await one(makeRequest, { kind: 'rectification', words: toPutRight })
}
