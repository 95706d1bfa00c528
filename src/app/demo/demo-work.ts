/**
 * What the people of the demonstration have done: by the same operations that the pages call. A start that was killed
 * half-way is completed by the next one: each step knows by its id, or sees, that it was done.
 */
import type { Pool } from 'pg'
import { askForAccess } from '../../access/request/ask-for-access.ts'
import { savePlaybook } from '../../desk/playbook/save-playbook.ts'
import { addNote } from '../../desk/ticket/add-note.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { replyToTicket } from '../../desk/ticket/reply-to-ticket.ts'
import { acceptOrder } from '../../orders/order/accept-order.ts'
import { placeOrder } from '../../orders/order/place-order.ts'
import type { ServiceAsks } from '../../orders/service/service.terms.ts'
import type { Actor } from '../../privacy/operation/actor.ts'
import type { AnyOperation, InputOf, OutputOf } from '../../privacy/operation/operation.ts'
import type { Desk } from '../desk.ts'
import { demoId } from './demo-id.ts'
import type { DemoPeople } from './demo-people.ts'

const answersByKind: Readonly<Record<string, string>> = {
  authorised_email: 'ioana@client-one.test',
  billing_address: 'Brutăria Unu SRL, Str. Morii 12, 400001 Cluj-Napoca',
  chat_account: 'Signal, +40 745 000 111',
  server_detail: 'web1.client-one.test, Debian 12, magazinul online',
  support_detail: 'Noaptea, între 22 și 6',
}

export async function layDownWork(desk: Desk, owner: Pool, people: DemoPeople): Promise<void> {
  const as =
    (actor: Actor) =>
    <Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
      desk.call({ actor, via: 'cli' }, operation, input)
  const [one, two, technician, provider] = [people.one, people.two, people.technician, people.owner].map(as) as [
    ReturnType<typeof as>,
    ReturnType<typeof as>,
    ReturnType<typeof as>,
    ReturnType<typeof as>,
  ]
  const services = await publishedServices(owner)
  const [setUp, monthly] = services
  if (setUp) {
    const { orderId } = await one(placeOrder, orderOf(setUp))
    if (await isNew(owner, `select from base."order" where id = $1 and status <> 'ordered'`, orderId)) {
      await provider(acceptOrder, { orderId })
    }
  }
  if (monthly) await two(placeOrder, orderOf(monthly))

  const sheet = {
    accountId: people.one.accountId,
    seen: 0,
    hours: 'Luni–vineri, 8–18. Duminica numai dacă magazinul nu vinde.',
    escalation: 'După 30 de minute fără soluție: Ioana, la telefon.',
    tone: 'Scurt, fără termeni tehnici.',
    refunds: 'Numai Ioana le aprobă.',
    never: 'Nu reporniți serverul de plăți între 10 și 20.',
  }
  if (await isNew(owner, 'select from base.playbook where account_id = $1', sheet.accountId)) {
    await provider(savePlaybook, sheet)
  }
  const mail = await one(openTicket, {
    subject: 'Nu pleacă mesajele mari de pe serverul de poștă',
    body: 'Bună ziua,\n\nDe azi dimineață mesajele peste 10 MB rămân în coadă. Jurnalul spune „450 4.7.1 Client host rejected”.',
    sendingId: demoId('mail'),
  })
  await technician(replyToTicket, {
    ticketId: mail.ticketId,
    body: 'Bună ziua, Ioana,\n\nEste certificatul nou: numele din el nu se potrivește. V-am trimis o solicitare securizată; nu scrieți parola aici.',
    sendingId: demoId('mail-answer'),
  })
  await technician(addNote, {
    ticketId: mail.ticketId,
    body: 'La fel ca luna trecută: întâi certificatul, apoi DNS.',
    sendingId: demoId('mail-note'),
  })
  const request = {
    accountId: people.one.accountId,
    reason: 'Ca să înlocuim certificatul serverului de poștă.',
    ticketId: mail.ticketId,
    items: [
      {
        kind: 'server',
        name: 'mail1.client-one.test',
        detail: 'SSH cu drepturi de administrator, numai pentru această lucrare',
      },
    ],
  } satisfies InputOf<typeof askForAccess>
  if (await isNew(owner, 'select from base.secret_request where ticket_id = $1', mail.ticketId)) {
    await technician(askForAccess, request)
  }
  await two(openTicket, {
    subject: 'Ce include administrarea lunară?',
    body: 'Salut, copiile de siguranță sunt incluse? Cât timp le păstrați?',
    sendingId: demoId('monthly'),
  })
}

async function isNew(owner: Pool, looking: string, id: string): Promise<boolean> {
  return (await owner.query(looking, [id])).rowCount === 0
}

interface PublishedService {
  readonly id: string
  readonly revision: number
  readonly asks: ServiceAsks
}

async function publishedServices(owner: Pool): Promise<PublishedService[]> {
  const { rows } = await owner.query<PublishedService>(
    'select id, revision, asks from base.service where published_at is not null and retired_at is null order by created_at, slug desc',
  )
  return rows
}

function orderOf({ id, revision, asks }: PublishedService): InputOf<typeof placeOrder> {
  const answers = asks.fields.map((field) => [field.name, field.choices?.[0]?.name ?? answersByKind[field.kind] ?? ''])
  return { serviceId: id, revision, placementId: demoId(`order of ${id}`), answers: Object.fromEntries(answers) }
}
