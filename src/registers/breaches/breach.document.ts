/** The form by which the authority is notified, filled in: the points of the annex to Decision 128/2018 of ANSPDCP, in its order. */
import { policy } from '../../../policy/policy.ts'
import type { Part, PrintedDocument } from '../../platform/documents/document.ts'
import { civilDay, exactTime, list } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { type Officer, officerLine } from '../../privacy/officer/officer.ts'
import type { Words } from '../../privacy/policy/shape.ts'
import type { BreachRow, BreachTold } from './breach.queries.ts'
import { dueAt } from './breach.rules.ts'
import { natureWords, sectorWords, toldWords } from './breach.words.ts'

interface Printing {
  readonly row: BreachRow
  /** Whom this desk told of it. */
  readonly told: BreachTold
  readonly provider: { readonly name: string; readonly address: string }
  readonly officer: Officer | null
  readonly authority: string
  readonly language: 'ro' | 'en'
  readonly now: Date
}

type Rows = readonly (readonly [string, string])[]

export function breachDocument(printing: Printing): PrintedDocument {
  const { provider, authority, language, now } = printing
  return {
    title: m.registers_breach_form_title({}, { locale: language }),
    language,
    day: civilDay(civilDayOf(now), language),
    from: [provider.name, provider.address],
    to: authority,
    parts: [...whoAndWhen(printing), ...whatHappened(printing), ...whoWasTold(printing)],
  }
}

/** Points 1 to 4. */
function whoAndWhen({ row, provider, officer, language }: Printing): Part[] {
  const to = { locale: language }
  const { form } = row
  const at = (time: string | null) => said(time === null ? '' : exactTime(new Date(time), language), language)
  return [
    part(m.registers_breach_form_operator({}, to), language, [
      [m.registers_breach_operator({}, to), provider.name],
      [m.registers_breach_sector({}, to), sectorWords[form.sector]({}, to)],
      [m.registers_breach_tax_number({}, to), form.taxNumber],
      [m.registers_breach_address({}, to), provider.address],
    ]),
    part(m.registers_breach_form_contact({}, to), language, [
      [m.registers_officer({}, to), officer ? officerLine(officer) : m.registers_officer_none({}, to)],
      [m.registers_breach_contact_name({}, to), form.contactName],
      [m.registers_breach_contact_role({}, to), form.contactRole],
      [m.registers_breach_contact_phone({}, to), form.contactPhone],
      [m.registers_breach_contact_email({}, to), form.contactEmail],
      [m.registers_breach_contact_address({}, to), form.contactAddress || provider.address],
    ]),
    part(m.registers_breach_form_kind({}, to), language, [
      [
        m.registers_breach_kind({}, to),
        row.outcome === 'notified'
          ? m.registers_breach_supplement({ reference: row.reference ?? '' }, to)
          : m.registers_breach_new({}, to),
      ],
      [m.registers_breach_own_number({}, to), String(row.number)],
      ...(row.outcome === 'not_notified'
        ? ([[m.registers_breach_not_notified_why({}, to), row.outcome_why ?? '']] as Rows)
        : []),
    ]),
    part(m.registers_breach_form_times({}, to), language, [
      [m.registers_breach_from({}, to), at(form.happenedFrom)],
      [m.registers_breach_until({}, to), at(form.happenedUntil)],
      [m.registers_breach_discovered({}, to), exactTime(row.discovered_at, language)],
      [m.registers_breach_due({}, to), exactTime(dueAt(row.discovered_at), language)],
      ...(row.outcome === 'notified' && row.decided_at
        ? ([[m.registers_breach_notified_at({}, to), exactTime(row.decided_at, language)]] as Rows)
        : []),
      ...(row.outcome === 'notified' && row.outcome_why
        ? ([[m.registers_breach_late_why({}, to), row.outcome_why]] as Rows)
        : []),
    ]),
  ]
}

/** Points 5 to 12. */
function whatHappened({ row: { form }, language }: Printing): Part[] {
  const to = { locale: language }
  const categories: Readonly<Record<string, Words>> = policy.categories
  const number = (value: number | null) => (value === null ? m.registers_breach_unknown({}, to) : String(value))
  const listed = (items: readonly string[]) => (items.length === 0 ? '' : list([...items], language))
  return [
    part(m.registers_breach_form_nature({}, to), language, [
      [m.registers_breach_nature({}, to), listed(form.nature.map((one) => natureWords[one]({}, to)))],
    ]),
    part(m.registers_breach_form_data({}, to), language, [
      [m.registers_breach_categories({}, to), listed(form.categories.map((one) => categories[one]?.[language] ?? one))],
      [m.registers_breach_content({}, to), form.content],
    ]),
    part(m.registers_breach_form_protection({}, to), language, [
      [m.registers_breach_protection({}, to), form.protection],
    ]),
    part(m.registers_breach_form_others({}, to), language, [[m.registers_breach_others({}, to), form.others]]),
    part(m.registers_breach_form_incident({}, to), language, [
      [m.registers_breach_circumstances({}, to), form.circumstances],
      [m.registers_breach_place({}, to), form.place],
    ]),
    part(m.registers_breach_form_persons({}, to), language, [
      [m.registers_breach_person_kinds({}, to), form.personKinds],
      [m.registers_breach_persons({}, to), number(form.persons)],
      [m.registers_breach_records({}, to), number(form.records)],
    ]),
    part(m.registers_breach_form_effect({}, to), language, [
      [m.registers_breach_consequences({}, to), form.consequences],
    ]),
    part(m.registers_breach_form_measures({}, to), language, [[m.registers_breach_measures({}, to), form.measures]]),
  ]
}

/** Points 13 to 17. Who was told from this desk, when and in which words is not asked of anybody. */
function whoWasTold({ row: { form }, told, language }: Printing): Part[] {
  const to = { locale: language }
  const since = told[0]?.since
  const persons = told.reduce((sum, one) => sum + one.persons, 0)
  return [
    part(m.registers_breach_form_told({}, to), language, [
      [m.registers_breach_persons_told({}, to), toldWords[form.personsTold]({}, to)],
      [m.registers_breach_persons_told_why({}, to), form.personsToldWhy],
      ...told.map(({ words }) => [m.registers_breach_told_content({}, to), words] as const),
      ...(since
        ? ([
            [m.registers_breach_told_means({}, to), m.registers_breach_told_by_letter({}, to)],
            [m.registers_breach_told_since({}, to), exactTime(since, language)],
          ] as Rows)
        : []),
      [m.registers_breach_told_count({}, to), String(persons)],
    ]),
    part(m.registers_breach_form_states({}, to), language, [
      [m.registers_breach_other_states({}, to), form.otherStates],
    ]),
    part(m.registers_breach_form_authorities({}, to), language, [
      [m.registers_breach_other_authorities({}, to), form.otherAuthorities],
    ]),
  ]
}

/** What is not known stands there as such: a form with gaps looks as if nobody had asked. */
function part(heading: string, language: 'ro' | 'en', rows: Rows): Part {
  return { heading, blocks: [{ kind: 'facts', rows: rows.map(([term, value]) => [term, said(value, language)]) }] }
}

function said(value: string, language: 'ro' | 'en'): string {
  return value.trim() === '' ? m.registers_breach_unknown({}, { locale: language }) : value
}
