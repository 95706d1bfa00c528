/** What waits for the client, from what orders, access, tickets and requests about data say. Pure. */
import type { LeaseView } from '../../access/lease/lease.view.ts'
import type { RequestView } from '../../access/request/secret-request.view.ts'
import type { ownCaseStudies } from '../../case-study/decide-study.ts'
import type { TicketLine } from '../../desk/ticket/ticket.view.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import type { listWaiting } from '../../rights/request/list-waiting.ts'
import type { listOwnSuccessions } from '../../succession/answer-question.ts'
import type { OrderLine } from '../order/order.view.ts'

export type RightsLine = OutputOf<typeof listWaiting>['requests'][number]
type Question = OutputOf<typeof listOwnSuccessions>['questions'][number]
type Study = OutputOf<typeof ownCaseStudies>['studies'][number]

export type Thing =
  | {
      readonly kind: 'give_access' | 'confirm' | 'feedback'
      readonly to: string
      readonly order: OrderLine
      readonly at: Date
    }
  | { readonly kind: 'request'; readonly to: string; readonly reason: string; readonly at: Date }
  | { readonly kind: 'lease'; readonly to: string; readonly by: string; readonly target: string; readonly at: Date }
  | { readonly kind: 'rights'; readonly to: string; readonly number: number; readonly at: Date }
  | { readonly kind: 'ticket'; readonly to: string; readonly subject: string; readonly at: Date }
  | { readonly kind: 'study'; readonly to: string; readonly title: Study['title']; readonly at: Date }
  | { readonly kind: 'succession'; readonly to: string; readonly title: string; readonly at: Date }

interface Given {
  readonly orders: readonly OrderLine[]
  readonly requests: readonly RequestView[]
  readonly leases: readonly LeaseView[]
  readonly tickets: readonly TicketLine[]
  readonly rights: readonly RightsLine[]
  readonly studies: readonly Study[]
  readonly questions: readonly Question[]
  /** What the reader's role allows: what only others can do does not wait for them. */
  readonly may: { readonly handOver: boolean; readonly confirm: boolean }
}

/** Longest waiting first; what may be left undone (feedback) last. */
export function waitingFor({ orders, requests, leases, tickets, rights, studies, questions, may }: Given): Thing[] {
  const ofOrders = orders.flatMap((order): Thing[] => {
    const what = order.duty?.who === 'client' ? order.duty.what : null
    if (what !== 'give_access' && what !== 'confirm' && what !== 'feedback') return []
    if ((what === 'give_access' && !may.handOver) || (what === 'confirm' && !may.confirm)) return []
    return [{ kind: what, to: `/desk/orders/${order.id}`, order, at: order.statusAt }]
  })
  // What an order asks for is shown with the order.
  const ofRequests = requests.flatMap((request): Thing[] => {
    const open = request.state === 'open' && request.items.some((item) => item.state === 'asked')
    if (!may.handOver || !open || request.orderId || !request.askedBy) return []
    return [{ kind: 'request', to: `/desk/access/${request.id}`, reason: request.reason, at: request.createdAt }]
  })
  const ofLeases = leases.flatMap((lease): Thing[] => {
    if (lease.state !== 'asked' || !lease.may.decide) return []
    const { askedBy, target } = lease
    return [
      {
        kind: 'lease',
        to: `/desk/access/leases/${lease.id}`,
        by: askedBy.name,
        target: target.name,
        at: lease.createdAt,
      },
    ]
  })
  const ofTickets = tickets.flatMap((ticket): Thing[] => {
    if (ticket.status !== 'waiting_client') return []
    return [{ kind: 'ticket', to: `/desk/tickets/${ticket.id}`, subject: ticket.subject, at: ticket.lastActivityAt }]
  })
  const ofRights = rights.flatMap((one): Thing[] =>
    one.waitsFor === 'you'
      ? [{ kind: 'rights', to: `/desk/privacy/requests/${one.id}`, number: one.number, at: one.at }]
      : [],
  )
  const ofStudies = studies.flatMap((study): Thing[] =>
    study.state === 'asked'
      ? [{ kind: 'study', to: '/desk/privacy/case-studies', title: study.title, at: study.writtenAt }]
      : [],
  )
  const ofQuestions = questions.flatMap((question): Thing[] =>
    question.answer === null && question.may.length > 0 && question.state === 'asking'
      ? [{ kind: 'succession', to: '/desk/privacy/succession', title: question.title, at: question.askedAt }]
      : [],
  )
  const rank = (thing: Thing) => (thing.kind === 'feedback' ? 1 : 0)
  const all = [...ofOrders, ...ofRequests, ...ofLeases, ...ofTickets, ...ofRights, ...ofStudies, ...ofQuestions]
  return all.sort((a, b) => rank(a) - rank(b) || a.at.getTime() - b.at.getTime())
}
