import { visit } from '../../platform/http/visit.ts'
import { countryName } from '../../platform/language/countries.ts'
import { civilDay, number } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import type { showVisits } from '../visits/show-visits.ts'
import type { Route } from './+types/visits.ts'

const spans = [7, 30, 90, 365] as const
type Counted = Route.ComponentProps['loaderData']['pages'][number]

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = Number(new URL(request.url).searchParams.get('days'))
  const days = spans.find((span) => span === asked) ?? 30
  return visit(context).call<typeof showVisits>('visits.show', { days })
}

/** What the public pages are used for (P13). Beside each figure stands how it is counted, so that nobody takes it for more. */
export default function Visits({ loaderData: seen }: Route.ComponentProps) {
  const locale = getLocale()
  const tabs = spans.map((span) => ({
    to: `/staff/visits?days=${span}`,
    words: m.site_visits_days({ count: span }),
    current: span === seen.days,
  }))
  return (
    <Page>
      <PageHeader title={m.site_visits_title()} />
      <p className="mb-4 max-w-prose">{m.site_visits_lead()}</p>
      <TabLinks label={m.site_visits_span()} items={tabs} />
      <div className="mt-6">
        <Facts
          items={[
            { term: m.site_visits_views(), value: number(seen.views), note: m.site_visits_views_how() },
            { term: m.site_visits_visits(), value: number(seen.visits), note: m.site_visits_visits_how() },
            { term: m.site_visits_time(), value: timeWords(seen.seconds), note: timeHow(seen) },
            { term: m.site_visits_agreed(), value: agreedWords(seen.agreed), note: m.site_visits_agreed_how() },
            { term: m.site_visits_programs(), value: number(seen.programs), note: m.site_visits_programs_how() },
          ]}
        />
      </div>
      {seen.views === 0 ? (
        <div className="mt-8">
          <EmptyState>{m.site_visits_none()}</EmptyState>
        </div>
      ) : (
        <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-2">
          <Figures title={m.site_visits_pages()} rows={seen.pages} say={(name) => <Exact>{name}</Exact>} />
          <Figures
            title={m.site_visits_days_title()}
            rows={seen.byDay.map(({ day, ...row }) => ({ name: day, ...row }))}
            say={(day) => civilDay(day, locale)}
          />
          <Figures
            title={m.site_visits_countries()}
            how={m.site_visits_countries_how()}
            rows={seen.countries}
            say={(code) => (code === '??' ? m.site_visits_unknown() : countryName(code, locale))}
          />
          <Figures
            title={m.site_visits_sources()}
            how={m.site_visits_sources_how()}
            rows={seen.sources}
            say={(host) => (host === '' ? m.site_visits_direct() : host === '*' ? m.site_visits_others() : host)}
          />
        </div>
      )}
    </Page>
  )
}

interface FiguresProps {
  title: string
  how?: string
  rows: readonly Counted[]
  say: (name: string) => React.ReactNode
}

function Figures({ title, how, rows, say }: FiguresProps) {
  return (
    <Section title={title}>
      <Table<Counted>
        label={title}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', head: title, cell: ({ name }) => say(name), wide: true, phone: 'title' },
          { key: 'views', head: m.site_visits_views(), cell: ({ views }) => number(views), end: true, named: true },
          { key: 'visits', head: m.site_visits_begun(), cell: ({ visits }) => number(visits), end: true, named: true },
        ]}
      />
      {how && <p className="mt-2 max-w-prose text-small text-quiet">{how}</p>}
    </Section>
  )
}

function timeWords(seconds: number | null): string {
  if (seconds === null) return m.site_visits_no_time()
  const whole = Math.round(seconds)
  return whole < 60
    ? m.site_visits_seconds({ count: whole })
    : m.site_visits_minutes({ minutes: Math.floor(whole / 60), seconds: whole % 60 })
}

function timeHow({ timed, views }: { timed: number; views: number }): string {
  return m.site_visits_time_how({ timed: number(timed), views: number(views) })
}

function agreedWords({ visitors, returning, pages }: { visitors: number; returning: number; pages: number }): string {
  return m.site_visits_agreed_words({ visitors: number(visitors), returning: number(returning), pages: number(pages) })
}
