import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import type { PlaybookVersion } from '../playbook/playbook.view.ts'
import type { TicketLine } from '../ticket/ticket.view.ts'
import { PlaybookSheet } from './playbook-sheet.tsx'
import { AccessOnTicket, OrderOfTicket, SidePart } from './ticket-side.tsx'
import { nameOf } from './ticket-words.tsx'

interface StaffSideProps {
  ticket: TicketLine
  playbook: PlaybookVersion | null
  mayDirect: boolean
  people: readonly {
    readonly id: string
    readonly name: string
    readonly email: string | null
    readonly phone: string | null
    readonly jobTitle: string | null
  }[]
  /** Null for staff who may not use access. */
  leases: Parameters<typeof AccessOnTicket>[0]['leases'] | null
  asked: Parameters<typeof AccessOnTicket>[0]['asked']
}

/** Beside a ticket: how to act for this client, who has access, the order, the people. */
export function StaffSide({ ticket, playbook, mayDirect, people, leases, asked = [] }: StaffSideProps) {
  const client = `/staff/clients/${ticket.accountId}`
  return (
    <aside
      aria-label={m.desk_beside_ticket()}
      className="grid min-w-0 content-start gap-6 self-start max-lg:border-t max-lg:border-line max-lg:pt-6 @min-[40rem]:sticky @min-[40rem]:top-32 @min-[40rem]:max-h-[calc(100dvh-9rem)] @min-[40rem]:overflow-y-auto"
    >
      <SidePart
        title={m.desk_playbook()}
        aside={
          mayDirect && (
            <TextLink to={`${client}/playbook`}>{playbook ? m.desk_playbook_edit() : m.desk_playbook_write()}</TextLink>
          )
        }
      >
        {playbook ? <PlaybookSheet sheet={playbook} /> : <p className="text-quiet">{m.desk_playbook_none()}</p>}
        <p className="mt-3">
          <TextLink to={`${client}/articles`}>{m.desk_articles_of_client()}</TextLink>
        </p>
      </SidePart>
      {leases && (
        <AccessOnTicket
          leases={leases}
          asked={asked}
          area="staff"
          action={
            <TextLink to={`/staff/access/ask?account=${ticket.accountId}&ticket=${ticket.id}`}>
              {m.desk_access_ask()}
            </TextLink>
          }
        />
      )}
      <OrderOfTicket orderId={ticket.orderId} area="staff" />
      <SidePart title={m.desk_people()} aside={<TextLink to={client}>{m.desk_client_page()}</TextLink>}>
        <ul className="grid gap-2">
          {people.slice(0, 6).map((person) => (
            <li key={person.id} className="break-words">
              <span className="font-medium">{nameOf(person)}</span>
              {person.jobTitle && <span className="text-quiet"> · {person.jobTitle}</span>}
              {person.email && <span className="block text-quiet">{person.email}</span>}
              {person.phone && <span className="tabular block text-quiet">{person.phone}</span>}
            </li>
          ))}
        </ul>
      </SidePart>
    </aside>
  )
}
