/** The register of processing as files: JSON and CSV for programs, PDF for an inspection. */
import type { Block, Part, PrintedDocument } from '../../platform/documents/document.ts'
import { civilDay, exactTime } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { byteOrderMark, csvLine } from '../../privacy/held/csv.ts'
import { officerLine } from '../../privacy/officer/officer.ts'
import type { InventoriedTable } from './inventory.ts'
import type { RegisterView } from './register.view.ts'

type Activity = RegisterView['asController'][number]

export function registerJson(register: RegisterView, inventory: readonly InventoriedTable[]): string {
  const whole = { format: 'zavor-processing/1', article: 'Art. 30 GDPR', ...register, inventory }
  return `${JSON.stringify(whole, null, 2)}\n`
}

/** A line for each activity: first as controller, then as processor for each client. */
export function registerCsv(register: RegisterView): string {
  const head = ['article', 'on_behalf_of', 'purpose', 'says', 'reason', 'basis', 'subjects', 'categories']
  const rest = ['recipients', 'third_countries', 'periods', 'security', 'provider', 'contact', 'officer']
  const security = securityLines(register).join('; ')
  const { provider } = register
  const line = (article: string, onBehalfOf: string, one: Activity) =>
    csvLine([
      article,
      onBehalfOf,
      one.purpose,
      one.words,
      one.reason,
      one.basis,
      one.subjects.join('; '),
      one.categories.map(({ words }) => words).join('; '),
      one.recipients.map(recipientSaid).join('; '),
      thirdCountries(one).join('; '),
      one.periods.map(({ words, says }) => `${words}: ${says}`).join('; '),
      security,
      `${provider.name}, ${provider.address}`,
      provider.privacyEmail,
      officerSaid(register),
    ])
  const own = register.asController.map((one) => line('30(1)', '', one))
  const theirs = register.asProcessor.controllers.flatMap((client) =>
    register.asProcessor.activities.map((one) =>
      line('30(2)', `${client.name}${client.contact === '' ? '' : ` (${client.contact})`}`, one),
    ),
  )
  return [byteOrderMark, csvLine([...head, ...rest]), ...own, ...theirs].join('')
}

/** A line for each column: what the register rests on. */
export function inventoryCsv(inventory: readonly InventoriedTable[]): string {
  const head = ['table', 'says', 'capacity', 'class', 'kept', 'erasure']
  const rest = ['column', 'column_says', 'category', 'source', 'purposes', 'download']
  const lines = inventory.flatMap(({ columns, table, words, capacity, class: name, kept, erasure }) =>
    columns.map((one) =>
      csvLine([
        ...[table, words, capacity, name, kept, erasure, one.column, one.words, one.category, one.source],
        one.purposes.join('; '),
        one.download,
      ]),
    ),
  )
  return [byteOrderMark, csvLine([...head, ...rest]), ...lines].join('')
}

export function registerDocument(register: RegisterView): PrintedDocument {
  const { language, provider } = register
  const to = { locale: language }
  return {
    title: m.registers_processing_title({}, to),
    language,
    day: civilDay(civilDayOf(register.madeAt), language),
    from: [provider.name, provider.address, provider.privacyEmail],
    to: '',
    parts: [
      {
        heading: m.registers_processing_controller({}, to),
        blocks: [
          {
            kind: 'facts',
            rows: [
              [m.registers_processing_who({}, to), `${provider.name}, ${provider.address}`],
              [m.registers_processing_contact({}, to), provider.privacyEmail],
              [m.registers_officer({}, to), officerSaid(register)],
              [m.registers_processing_version({}, to), register.policyVersion],
              [m.registers_processing_made({}, to), exactTime(register.madeAt, language)],
            ],
          },
        ],
      },
      { heading: m.registers_processing_as_controller({}, to), blocks: [] },
      ...register.asController.map((one) => activityPart(one, register)),
      { heading: m.registers_processing_as_processor({}, to), blocks: [processorTable(register)] },
      ...register.asProcessor.activities.map((one) => activityPart(one, register)),
      {
        heading: m.registers_processing_security({}, to),
        blocks: [{ kind: 'list', items: securityLines(register) }],
      },
    ],
  }
}

function activityPart(one: Activity, { language }: RegisterView): Part {
  const to = { locale: language }
  const third = thirdCountries(one)
  return {
    heading: one.words,
    blocks: [
      {
        kind: 'facts',
        rows: [
          [m.registers_processing_purpose({}, to), one.reason],
          [m.registers_processing_basis({}, to), one.basis],
          [m.registers_processing_subjects({}, to), one.subjects.join('; ')],
          [m.registers_processing_categories({}, to), one.categories.map(({ words }) => words).join('; ')],
          [m.registers_processing_recipients({}, to), one.recipients.map(recipientSaid).join('; ')],
          [
            m.registers_processing_third({}, to),
            third.length > 0 ? third.join('; ') : m.registers_processing_no_third({}, to),
          ],
          [
            m.registers_processing_periods({}, to),
            one.periods.map(({ words, says }) => `${words}: ${says}`).join('; '),
          ],
        ],
      },
    ],
  }
}

function processorTable({ asProcessor: { controllers }, language }: RegisterView): Block {
  const to = { locale: language }
  if (controllers.length === 0) return { kind: 'text', text: m.registers_processing_no_clients({}, to) }
  return {
    kind: 'table',
    head: [
      m.registers_processing_client({}, to),
      m.registers_processing_contact({}, to),
      m.registers_processing_customers({}, to),
    ],
    rows: controllers.map(({ name, contact, customers }) => [name, contact || '—', String(customers)]),
  }
}

function officerSaid({ provider: { officer }, language }: RegisterView): string {
  return officer ? officerLine(officer) : m.registers_officer_none({}, { locale: language })
}

export function recipientSaid({ words, company, country }: Activity['recipients'][number]): string {
  return `${words}${company ? `: ${company}` : ''} (${country})`
}

/** Art. 30(1)(e): outside the EEA, with what safeguards the transfer. */
export function thirdCountries({ recipients }: Activity): string[] {
  return recipients
    .filter(({ isThirdCountry }) => isThirdCountry)
    .map(({ words, company, country, ground }) => `${company ?? words}, ${country}: ${ground}`)
}

function securityLines({ security, language }: RegisterView): string[] {
  const to = { locale: language }
  const state = (holds: boolean | null) =>
    holds === null
      ? m.registers_processing_unchecked({}, to)
      : holds
        ? m.registers_processing_holds({}, to)
        : m.registers_processing_fails({}, to)
  return [
    ...security.technical.map(({ says, holds }) => `${says}: ${state(holds)}`),
    ...security.organisational.map(({ says, checkedOn }) =>
      checkedOn ? `${says} (${m.registers_processing_checked({ day: civilDay(checkedOn, language) }, to)})` : says,
    ),
  ]
}
