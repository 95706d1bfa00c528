import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listDisclosures } from '../disclosures/list-disclosures.ts'
import type { Route } from './+types/disclosures.ts'
import { disclosureKindWords } from './disclosure-words.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const [at, id] = [searchParams.get('at'), searchParams.get('id')]
  const before = at && id ? { before: { at, id } } : {}
  return visit(context).call<typeof listDisclosures>('disclosure.list', before)
}

export default function Disclosures({ loaderData: { disclosures, next } }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.registers_disclosures_title()}
        trail={[{ to: '/staff/registers', words: m.registers_title() }]}
        action={<LinkButton to="/staff/registers/disclosures/new">{m.registers_disclosure_note()}</LinkButton>}
      />
      <p className="mb-6 max-w-prose">{m.registers_disclosures_lead()}</p>
      <Table
        label={m.registers_disclosures_title()}
        rows={disclosures}
        rowKey={(one) => one.id}
        rowTo={(one) => `/staff/registers/disclosures/${one.id}`}
        columns={[
          {
            key: 'who',
            head: m.registers_disclosure_asked_by(),
            cell: (one) => one.askedBy,
            phone: 'title',
            wide: true,
          },
          { key: 'kind', head: m.registers_disclosure_kind(), cell: (one) => disclosureKindWords[one.kind]() },
          {
            key: 'persons',
            named: true,
            head: m.registers_disclosure_persons(),
            cell: (one) => one.persons,
            end: true,
          },
          {
            key: 'telling',
            head: m.registers_disclosure_telling(),
            cell: (one) => {
              if (one.persons === 0) return <StateWord>{m.registers_disclosure_nobody()}</StateWord>
              return one.forbidden ? (
                <StateWord tone="wait">{m.registers_disclosure_silent()}</StateWord>
              ) : (
                <StateWord tone="done">{m.registers_disclosure_tells()}</StateWord>
              )
            },
          },
          { key: 'at', head: m.registers_disclosure_given(), cell: (one) => <When at={one.givenAt} />, end: true },
        ]}
        empty={<EmptyState>{m.registers_disclosures_none()}</EmptyState>}
      />
      <Pager newer={null} older={next && `?${new URLSearchParams(next)}`} />
    </Page>
  )
}
