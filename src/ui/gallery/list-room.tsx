import { useSearchParams } from 'react-router'
import { LinkButton } from '../action/button.tsx'
import { Search } from '../form/search.tsx'
import { Pager } from '../list/pager.tsx'
import { TabLinks } from '../list/tab-links.tsx'
import { type Column, Table } from '../list/table.tsx'
import { PageHeader } from '../shell/page.tsx'
import { EmptyState } from '../text/empty-state.tsx'
import { Money } from '../text/money.tsx'
import { StateWord, type Tone } from '../text/state-word.tsx'
import { When } from '../text/when.tsx'
import { ago, longSubject } from './gallery-words.ts'

interface Row {
  id: string
  subject: string
  state: [Tone, string]
  who: string
  minor: number
  at: Date
}

const states: [Tone, string][] = [
  ['wait', 'așteaptă răspuns'],
  ['live', 'se lucrează'],
  ['plain', 'închis'],
  ['danger', 'depășit'],
  ['done', 'rezolvat'],
]
const rows: Row[] = Array.from({ length: 12 }, (_, index) => ({
  id: String(1042 - index),
  subject:
    index === 2
      ? longSubject
      : ['Certificat expirat pe www', 'Mutarea bazei de date', 'Copii de siguranță'][index % 3]!,
  state: states[index % 5]!,
  who: ['Ioana Popescu-Știrbei', 'Mihai Țăranu', 'Ana'][index % 3]!,
  minor: 12_300 * (index + 1),
  at: ago(7 * 4 ** index),
}))

const columns: Column<Row>[] = [
  { key: 'id', head: 'Nr.', cell: (row) => row.id },
  { key: 'subject', head: 'Subiect', cell: (row) => row.subject, wide: true, phone: 'title' },
  { key: 'state', head: 'Stare', cell: (row) => <StateWord tone={row.state[0]}>{row.state[1]}</StateWord> },
  { key: 'who', head: 'Cine', cell: (row) => row.who, phone: 'quiet' },
  { key: 'price', head: 'Preț', cell: (row) => <Money minor={row.minor} currency="RON" />, end: true, phone: 'hide' },
  { key: 'at', head: 'Ultima schimbare', cell: (row) => <When at={row.at} />, end: true },
]

export function ListRoom() {
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title="Tichete"
        state="2 vă așteaptă"
        action={<LinkButton to="/desk/tickets/new">Scrieți-ne</LinkButton>}
      />
      <TabLinks
        label="Tichete după stare"
        items={[
          { to: '?room=list', words: 'Deschise', current: true, count: 12 },
          { to: '?room=list&state=closed', words: 'Închise', current: false, count: 10_240 },
        ]}
      />
      <div className="my-4">
        <Search label="Căutați în tichete" q="" keep={{ room: 'list' }} />
      </div>
      <Table
        label="Tichete deschise"
        columns={columns}
        rows={search.has('empty') ? [] : rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/desk/tickets/${row.id}`}
        unread={(row) => row.state[0] === 'wait'}
        empty={
          <EmptyState action={<LinkButton to="/desk/tickets/new">Scrieți-ne</LinkButton>}>
            Niciun tichet deschis. Scrieți-ne ce s-a stricat sau ce doriți.
          </EmptyState>
        }
      />
      <Pager newer={null} older="?room=list&before=1030" />
    </>
  )
}
