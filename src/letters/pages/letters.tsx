import { visit } from '../../platform/http/visit.ts'
import { list } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listLetters } from '../list-letters.ts'
import type { showMailGate } from '../show-mail-gate.ts'
import type { Route } from './+types/letters.ts'
import { LetterStatus } from './letter-status.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const [at, id] = [searchParams.get('at'), searchParams.get('id')]
  const { call } = visit(context)
  const listed = await call<typeof listLetters>('letters.list', at && id ? { before: { at, id } } : {})
  return { ...listed, gate: await call<typeof showMailGate>('letters.gate', {}) }
}

export default function Letters({ loaderData }: Route.ComponentProps) {
  const { letters, next, hasServer, gate } = loaderData
  const locale = getLocale()
  const isPart = gate.open === 'some'
  const purposes = list(
    gate.closedFor.map((words) => words[locale]),
    locale,
  )
  return (
    <Page>
      <PageHeader
        title={m.letters_title()}
        state={<p className="max-w-prose">{hasServer ? m.letters_lead() : m.letters_lead_captured()}</p>}
      />
      {gate.open !== 'all' && (hasServer || gate.waiting > 0) && (
        <div className="mb-6">
          <Notice
            tone="danger"
            title={isPart ? m.letters_closed_part({ count: gate.waiting }) : m.letters_closed({ count: gate.waiting })}
            action={<TextLink to="/staff/registers/recipients">{m.letters_closed_open()}</TextLink>}
          >
            {isPart ? m.letters_closed_part_words({ purposes }) : m.letters_closed_words()}
          </Notice>
        </div>
      )}
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
