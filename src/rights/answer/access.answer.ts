/** The answer to a request for access: all that Article 15(1) and (2) ask for, from the policy and the data maps. */
import { policy } from '../../../policy/policy.ts'
import { articleWords } from '../../platform/language/article.ts'
import { m } from '../../platform/language/words.ts'
import { textOf } from '../../privacy/held/csv.ts'
import { holdOf, periodOf, purposeFact, purposesOfColumn, purposesOfTable, sourceOf } from '../../privacy/held/facts.ts'
import { countHeld, pageHeld, type Subject } from '../../privacy/held/held-rows.ts'
import type { HeldTable } from '../../privacy/held/held-tables.ts'
import { keptFor } from '../../privacy/notice/notice-of.ts'
import { type Company, companies, disclosuresTold, type Told } from '../../registers/recipients.facade.ts'
import { shownColumns, viewRecipients } from '../held/held-view.ts'
import { valueWords } from '../held/value-words.ts'
import type { Db } from '../request/request-db.ts'
import { type Block, type Part, text } from './document.ts'
import { dayIn, type Language, momentIn, namesIn } from './said-in.ts'

export interface HeldOf {
  readonly subject: Subject
  readonly accountName: string
}

/** What is held about each person of the request: counts by table, and in full where there is a single thing. */
export async function accessParts(
  db: Db,
  tables: readonly HeldTable[],
  people: readonly HeldOf[],
  language: Language,
): Promise<Part[]> {
  const counted = await Promise.all(people.map((one) => countHeld(db, tables, one.subject)))
  const total = (table: HeldTable) => counted.reduce((sum, counts) => sum + (counts.get(table.map.table) ?? 0), 0)
  const filled = tables.filter((table) => total(table) > 0)
  const things = filled.reduce((sum, table) => sum + total(table), 0)
  return [
    whether(things, language),
    await copy(db, filled, people, total, language),
    ...aboutHeld(filled, await companies(db), await toldOf(db, people), language),
    rightsPart(language),
  ]
}

function whether(things: number, language: Language): Part {
  const to = { locale: language }
  const said = things > 0 ? m.rights_access_yes({ count: things }, to) : m.rights_access_no({}, to)
  return { heading: m.rights_access_whether({}, to), blocks: [text(said)] }
}

async function copy(
  db: Db,
  filled: readonly HeldTable[],
  people: readonly HeldOf[],
  total: (table: HeldTable) => number,
  language: Language,
): Promise<Part> {
  const to = { locale: language }
  const blocks: Block[] = []
  for (const { subject, accountName } of people) {
    const rows: [string, string][] = []
    for (const table of filled.filter(({ map }) => ['person', 'account', 'login'].includes(map.table))) {
      const page = await pageHeld(db, table, subject, null, 1)
      for (const { name, column } of shownColumns(table)) {
        const said = valueSaid(name, page.rows[0]?.[name], language)
        const label = column.options.label?.[language] ?? name
        const value = `${valueWords(said)?.[language] ?? said} (${sourceOf(column)[language]})`
        // A name that stands with the person and with their sign-in alike is said once.
        const isSaid = rows.some(([term, held]) => term === label && held === value)
        if (said !== '' && !isSaid) rows.push([label, value])
      }
    }
    if (people.length > 1) blocks.push(text(accountName))
    blocks.push({ kind: 'facts', rows })
  }
  const counts = filled.map((table) => [table.map.rule.label[language], String(total(table))])
  return {
    heading: m.rights_access_copy({}, to),
    copy: true,
    blocks: [
      ...blocks,
      { kind: 'table', head: [m.rights_access_head_kind({}, to), m.rights_access_head_count({}, to)], rows: counts },
      text(m.rights_access_download({}, to)),
    ],
  }
}

/** What these persons were told of disclosures of their data. */
export async function toldOf(db: Db, people: readonly HeldOf[]): Promise<Told[]> {
  return (await Promise.all(people.map(({ subject }) => disclosuresTold(db, subject)))).flat()
}

function aboutHeld(
  filled: readonly HeldTable[],
  known: readonly Company[],
  told: readonly Told[],
  language: Language,
): Part[] {
  const to = { locale: language }
  return [
    {
      heading: m.rights_access_purposes({}, to),
      blocks: [
        {
          kind: 'table',
          head: [
            m.rights_access_head_purpose({}, to),
            m.rights_access_head_basis({}, to),
            m.rights_access_head_data({}, to),
          ],
          rows: purposeRows(filled, language),
        },
      ],
    },
    recipientsPart(filled, known, told, language),
    {
      heading: m.rights_access_periods({}, to),
      blocks: [
        {
          kind: 'table',
          head: [m.rights_access_head_kind({}, to), m.rights_access_head_period({}, to)],
          rows: filled.map(({ map }) => [map.rule.label[language], periodSaid(map, language)]),
        },
      ],
    },
    { heading: m.rights_access_sources({}, to), blocks: [{ kind: 'list', items: sources(filled, language) }] },
    { heading: m.rights_access_automated({}, to), blocks: [text(m.rights_automated_none({}, to))] },
  ]
}

function purposeRows(filled: readonly HeldTable[], language: Language): string[][] {
  const names = new Set(filled.flatMap(({ map }) => purposesOfTable(map)))
  return [...names].map((name) => {
    const { words, basis, article } = purposeFact(name)
    const categories = new Set(
      filled.flatMap(({ map, columns }) =>
        columns.flatMap(({ column }) => {
          const { category } = column.options
          return category && purposesOfColumn(map, column).includes(name) ? [policy.categories[category][language]] : []
        }),
      ),
    )
    return [
      words[language],
      `${basis[language]} (${articleWords(article, language)})`,
      namesIn([...categories], language) || '—',
    ]
  })
}

/** Whom the data goes to, where, and under which safeguard (Art. 15(1)(c), 15(2)). */
export function recipientsPart(
  filled: readonly HeldTable[],
  known: readonly Company[],
  told: readonly Told[],
  language: Language,
): Part {
  const to = { locale: language }
  const place = (country: string) => new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
  const roles = {
    processor: m.rights_role_processor,
    controller: m.rights_role_controller,
    authority: m.rights_role_authority,
  }
  return {
    heading: m.rights_access_recipients({}, to),
    blocks: [
      {
        kind: 'table',
        head: [
          m.rights_access_head_recipient({}, to),
          m.rights_access_head_role({}, to),
          m.rights_access_head_country({}, to),
          m.rights_access_head_safeguard({}, to),
        ],
        rows: viewRecipients(filled, known).flatMap(({ words, role, country, safeguard, companies: filling }) => {
          const declared = [words[language], roles[role]({}, to), place(country), safeguard[language]]
          const named = filling.map((one) => [
            `${words[language]}: ${saidUntil(one.name, one.until, language)}`,
            roles[role]({}, to),
            place(one.country),
            one.ground[language],
          ])
          return named.length > 0 ? named : [declared]
        }),
      },
      ...(told.length > 0
        ? [
            {
              kind: 'list' as const,
              items: told.map(({ askedBy, givenAt, what, ground }) =>
                m.rights_disclosed_row(
                  { who: askedBy, day: dayIn(givenAt, language), what: `${what} (${ground})` },
                  to,
                ),
              ),
            },
          ]
        : []),
    ],
  }
}

function saidUntil(name: string, until: Date | null, language: Language): string {
  return until ? m.rights_recipient_until({ name, day: dayIn(until, language) }, { locale: language }) : name
}

function periodSaid(map: HeldTable['map'], language: Language): string {
  const hold = holdOf(map)
  const kept = keptFor(periodOf(map), language)
  return hold ? `${kept}; ${hold.words[language]}, ${articleWords(hold.article, language)}` : kept
}

function sources(filled: readonly HeldTable[], language: Language): string[] {
  const by = new Map<string, Set<string>>()
  for (const { map, columns } of filled) {
    for (const { column } of columns) {
      const source = sourceOf(column)[language]
      by.set(source, (by.get(source) ?? new Set()).add(map.rule.label[language]))
    }
  }
  return [...by].map(([source, labels]) => `${source}: ${namesIn([...labels], language)}`)
}

function rightsPart(language: Language): Part {
  const to = { locale: language }
  const items = [
    m.rights_right_rectification({}, to),
    m.rights_right_erasure({}, to),
    m.rights_right_restriction({}, to),
    m.rights_right_objection({}, to),
    m.rights_right_portability({}, to),
    m.rights_right_withdrawal({}, to),
  ]
  return { heading: m.rights_access_rights({}, to), blocks: [{ kind: 'list', items }] }
}

/** A value as people write it: times in words, countries by name. */
function valueSaid(column: string, value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return momentIn(value, language)
  const said = textOf(value)
  return column === 'country' ? (new Intl.DisplayNames(language, { type: 'region' }).of(said) ?? said) : said
}
