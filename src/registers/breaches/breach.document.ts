/** The form by which the authority is notified, filled in: the sections of the annex to Decision 128/2018 of ANSPDCP. */
import { policy } from '../../../policy/policy.ts'
import type { Part, PrintedDocument } from '../../platform/documents/document.ts'
import { civilDay, exactTime, list } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { Words } from '../../privacy/policy/shape.ts'
import type { BreachRow } from './breach.queries.ts'
import { dueAt } from './breach.rules.ts'
import { natureWords, toldWords } from './breach.words.ts'

interface Provider {
  readonly name: string
  readonly address: string
}

type Rows = readonly (readonly [string, string])[]

export function breachDocument(
  row: BreachRow,
  provider: Provider,
  authority: string,
  language: 'ro' | 'en',
  now: Date,
): PrintedDocument {
  const to = { locale: language }
  const { form } = row
  const said: Readonly<Record<string, Words>> = policy.categories
  const at = (time: string | null) => (time === null ? '' : exactTime(new Date(time), language))
  const part = (heading: string, rows: Rows): Part => ({ heading, blocks: [{ kind: 'facts', rows }] })
  const number = (value: number | null) => (value === null ? m.registers_breach_unknown({}, to) : String(value))
  return {
    title: m.registers_breach_form_title({}, to),
    language,
    day: civilDay(civilDayOf(now), language),
    from: [provider.name, provider.address],
    to: authority,
    parts: [
      part(m.registers_breach_form_operator({}, to), [
        [m.registers_breach_operator({}, to), provider.name],
        [m.registers_breach_address({}, to), provider.address],
        [m.registers_breach_tax_number({}, to), form.taxNumber],
        [
          m.registers_breach_contact({}, to),
          [form.contactName, form.contactRole, form.contactPhone, form.contactEmail]
            .filter((one) => one !== '')
            .join(', '),
        ],
      ]),
      part(m.registers_breach_form_kind({}, to), [
        [
          m.registers_breach_kind({}, to),
          row.outcome === 'notified'
            ? m.registers_breach_supplement({ reference: row.reference ?? '' }, to)
            : m.registers_breach_new({}, to),
        ],
        [m.registers_breach_own_number({}, to), String(row.number)],
      ]),
      part(m.registers_breach_form_times({}, to), [
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
        ...(row.outcome === 'not_notified'
          ? ([[m.registers_breach_not_notified_why({}, to), row.outcome_why ?? '']] as Rows)
          : []),
      ]),
      part(m.registers_breach_form_incident({}, to), [
        [
          m.registers_breach_nature({}, to),
          list(
            form.nature.map((one) => natureWords[one]({}, to)),
            language,
          ),
        ],
        [m.registers_breach_circumstances({}, to), form.circumstances],
      ]),
      part(m.registers_breach_form_data({}, to), [
        [
          m.registers_breach_categories({}, to),
          list(
            form.categories.map((one) => said[one]?.[language] ?? one),
            language,
          ),
        ],
        [m.registers_breach_person_kinds({}, to), form.personKinds],
        [m.registers_breach_persons({}, to), number(form.persons)],
        [m.registers_breach_records({}, to), number(form.records)],
      ]),
      part(m.registers_breach_form_effect({}, to), [
        [m.registers_breach_consequences({}, to), form.consequences],
        [m.registers_breach_measures({}, to), form.measures],
      ]),
      part(m.registers_breach_form_told({}, to), [
        [m.registers_breach_persons_told({}, to), toldWords[form.personsTold]({}, to)],
        [m.registers_breach_persons_told_why({}, to), form.personsToldWhy],
      ]),
      part(m.registers_breach_form_others({}, to), [[m.registers_breach_others({}, to), form.others]]),
    ],
  }
}
