import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listLetters } from '../list-letters.ts'
import type { Route } from './+types/letters.ts'
import { LetterStatus } from './letter-status.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const [at, id] = [searchParams.get('at'), searchParams.get('id')]
  return visit(context).call<typeof listLetters>('letters.list', at && id ? { before: { at, id } } : {})
}

export default function Letters({ loaderData }: Route.ComponentProps) {
  const { letters, next, hasServer } = loaderData
  return (
    <Page>
      <PageHeader
        title={m.letters_title()}
        state={<p className="max-w-prose">{hasServer ? m.letters_lead() : m.letters_lead_captured()}</p>}
      />
      <Table
        label={m.letters_title()}
        rows={letters}
        rowKey={(letter) => letter.id}
        rowTo={(letter) => `/staff/letters/${letter.accountId ?? 'staff'}/${letter.id}`}
        columns={[
          {
            key: 'subject',
            head: m.letters_subject(),
            cell: (letter) => letter.subject ?? m.letters_gone(),
            wide: true,
            phone: 'title',
          },
          { key: 'to', head: m.letters_to(), cell: (letter) => letter.to ?? '' },
          { key: 'status', head: m.letters_status(), cell: (letter) => <LetterStatus status={letter.status} /> },
          { key: 'at', head: m.letters_at(), cell: (letter) => <When at={letter.at} />, end: true },
        ]}
        empty={<EmptyState>{m.letters_none()}</EmptyState>}
      />
      <Pager newer={null} older={next && `?${new URLSearchParams(next)}`} />
    </Page>
  )
}
