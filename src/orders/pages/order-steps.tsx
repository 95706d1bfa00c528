import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import type { Step } from '../../ui/list/timeline.tsx'
import type { OrderView } from '../order/order.view.ts'

type Kind = OrderView['steps'][number]['kind']

const path = ['ordered', 'accepted', 'access_given', 'in_work', 'delivered', 'confirmed'] as const
type PathKind = (typeof path)[number]

const done: Readonly<Record<Kind, () => string>> = {
  ordered: m.orders_step_ordered,
  accepted: m.orders_step_accepted,
  access_given: m.orders_step_access_given,
  in_work: m.orders_step_in_work,
  delivered: m.orders_step_delivered,
  confirmed: m.orders_step_confirmed,
  declined: m.orders_step_declined,
  cancelled: m.orders_step_cancelled,
}

/** A step that is not taken yet is named by what it is, not as if it were done. */
const coming: Readonly<Record<PathKind, () => string>> = {
  ordered: m.orders_step_ordered,
  accepted: m.orders_coming_accepted,
  access_given: m.orders_coming_access_given,
  in_work: m.orders_coming_in_work,
  delivered: m.orders_coming_delivered,
  confirmed: m.orders_coming_confirmed,
}

interface Inside {
  /** What stands in the step at hand: who must do what. */
  readonly now: ReactNode
  /** What stands in steps already taken. */
  readonly taken?: Partial<Record<Kind, ReactNode>>
}

/** The timeline of an order: what happened, the step at hand, what comes. An order that ended early has no more steps. */
export function orderSteps(order: Pick<OrderView, 'steps' | 'status'>, { now, taken = {} }: Inside): Step[] {
  const past = order.steps.map((step) => ({
    key: step.kind,
    title: done[step.kind](),
    state: step.kind === 'declined' || step.kind === 'cancelled' ? ('stopped' as const) : ('done' as const),
    at: step.at,
    by: by(step),
    children: taken[step.kind] ?? (step.words && <p className="break-words whitespace-pre-line">{step.words}</p>),
  }))
  if (order.status === 'declined' || order.status === 'cancelled') return past
  const left = path.slice(path.indexOf(order.status as PathKind) + 1)
  return [
    ...past,
    ...left.map((kind, place) => ({
      key: kind,
      title: coming[kind](),
      state: place === 0 ? ('now' as const) : ('later' as const),
      children: place === 0 ? now : undefined,
    })),
  ]
}

function by(step: OrderView['steps'][number]): string | undefined {
  if (step.by === 'desk') return undefined
  if (step.name) return step.by === 'provider' ? m.orders_by_provider({ name: step.name }) : step.name
  return step.by === 'provider' ? m.orders_by_the_provider() : undefined
}
