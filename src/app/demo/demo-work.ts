/**
 * What the people of the demonstration have done: by the same operations that the pages call. A start that was killed
 * half-way is completed by the next one: each step knows by its id, or sees, that it was done.
 */
import type { Pool } from 'pg'
import { askForAccess } from '../../access/request/ask-for-access.ts'
import { startChat } from '../../chat/start-chat.ts'
import { publishArticle } from '../../desk/article/publish-article.ts'
import { saveArticle } from '../../desk/article/save-article.ts'
import { savePublicArticle } from '../../desk/article/save-public-article.ts'
import { savePlaybook } from '../../desk/playbook/save-playbook.ts'
import { addNote } from '../../desk/ticket/add-note.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { replyToTicket } from '../../desk/ticket/reply-to-ticket.ts'
import { acceptOrder } from '../../orders/order/accept-order.ts'
import { placeOrder } from '../../orders/order/place-order.ts'
import type { ServiceAsks } from '../../orders/service/service.terms.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import type { Desk } from '../desk.ts'
import { callAs, isNew } from './demo-caller.ts'
import { demoId } from './demo-id.ts'
import type { DemoPeople } from './demo-people.ts'
import { allShops, mailServer, publicArticles } from './demo-texts.ts'

type Answers = Readonly<Record<string, string>>

const answersOfOne: Answers = {
  authorised_email: 'ioana@client-one.test',
  billing_address: 'Brutăria Unu SRL, Str. Morii 12, 400001 Cluj-Napoca',
  chat_account: 'Signal, +40 745 000 111',
  server_detail: 'web1.client-one.test, Debian 12, magazinul online',
  support_detail: 'Noaptea, între 22 și 6',
}

/** So many links are a sign of fraud, here as good as surely a wrong one: somebody has to look at it. */
const answersOfTwo: Answers = {
  authorised_email: 'mihai@client-two.test',
  billing_address: 'Client Two Ltd, Str. Lungă 8, 500001 Brașov',
  chat_account: 'Signal, +40 745 000 222',
  server_detail:
    'One Debian 12 machine with all our shops: https://shop-ro.client-two.test, https://shop-hu.client-two.test, https://shop-bg.client-two.test and https://admin.client-two.test',
  support_detail: 'Mihai first, by phone, at any hour',
}

export async function layDownWork(desk: Desk, owner: Pool, people: DemoPeople): Promise<void> {
  const one = callAs(desk, people.one)
  const two = callAs(desk, people.two, 'en')
  const technician = callAs(desk, people.technician)
  const provider = callAs(desk, people.owner)
  const services = await publishedServices(owner)
  const [setUp, monthly] = services
  if (setUp) {
    const { orderId } = await one(placeOrder, orderOf(setUp, answersOfOne))
    if (await isNew(owner, `select from base."order" where id = $1 and status <> 'ordered'`, orderId)) {
      await provider(acceptOrder, { orderId })
    }
  }
  if (monthly) await two(placeOrder, orderOf(monthly, answersOfTwo))

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
  for (const [write, person, article] of [
    [one, people.one, mailServer],
    [two, people.two, allShops],
  ] as const) {
    if (await isNew(owner, 'select from base.article where account_id = $1', person.accountId)) {
      await write(saveArticle, article)
    }
  }
  for (const article of publicArticles) {
    if (await isNew(owner, 'select from base.public_article where slug = $1', article.slug)) {
      const { publicArticleId } = await provider(savePublicArticle, article)
      await provider(publishArticle, { publicArticleId, state: 'published' })
    }
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
    subject: 'What does the monthly administration include?',
    body: 'Hello, are the backups included? How long do you keep them?',
    sendingId: demoId('monthly'),
  })
  if (await isNew(owner, 'select from base.ticket where channel = $1', 'chat')) {
    await callAs(desk, { kind: 'visitor' })(startChat, {
      name: 'Sorin Dobre',
      message:
        'Bună ziua, ne-a căzut magazinul online și firma care ne ajuta nu mai răspunde. Puteți intra azi pe server?',
      language: 'ro',
      sendingId: demoId('chat'),
    })
  }
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

function orderOf({ id, revision, asks }: PublishedService, byKind: Answers): InputOf<typeof placeOrder> {
  const answers = asks.fields.map((field) => [field.name, field.choices?.[0]?.name ?? byKind[field.kind] ?? ''])
  return { serviceId: id, revision, placementId: demoId(`order of ${id}`), answers: Object.fromEntries(answers) }
}
