/** What orders keep of P14, P19, P20 and P43. */
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { orderPath } from './order/order.rules.ts'
import { orderAnswerData } from './order/order-answer.data.ts'

const declaredFields = promiseCheck({
  promise: 'P14',
  need: 'declared_fields',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ kind: string }>(
      `select distinct f ->> 'kind' as kind from base.service s cross join jsonb_array_elements(s.asks -> 'fields') f`,
    )
    const declared: AnyDataMap['columns'] = orderAnswerData.columns
    const stray = rows.filter(({ kind }) => !declared[kind]?.options.category).length
    return {
      holds: stray === 0,
      figure: {
        ro: `feluri de câmpuri cerute: ${rows.length}; nedeclarate: ${stray}`,
        en: `kinds of fields asked: ${rows.length}; undeclared: ${stray}`,
      },
    }
  },
})

const perService = promiseCheck({
  promise: 'P14',
  need: 'per_service',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ services: number; bare: number }>(
      `select count(*)::int as services, count(*) filter (where jsonb_array_length(asks -> 'fields') = 0)::int as bare
       from base.service where published_at is not null and retired_at is null`,
    )
    const { services, bare } = rows[0] ?? { services: 0, bare: 0 }
    return {
      holds: services > 0 && bare === 0,
      figure: {
        ro: `servicii publicate: ${services}; fără formular: ${bare}`,
        en: `services published: ${services}; without a form: ${bare}`,
      },
    }
  },
})

const noAutomaticDecision = promiseCheck({
  promise: 'P20',
  need: 'no_automatic_decision',
  async run({ operations, inspector }) {
    const decisions = operations.filter(({ name }) => name === 'order.accept' || name === 'order.decline')
    const byProgram = decisions.filter(({ who }) => who.system).length
    const { rows } = await inspector.query<{ decided: number; nobody: number }>(
      `select count(*)::int as decided, count(*) filter (where by_staff is null)::int as nobody
       from base.order_event where kind in ('accepted', 'declined')`,
    )
    const { decided, nobody } = rows[0] ?? { decided: 0, nobody: -1 }
    return {
      holds: decisions.length === 2 && byProgram === 0 && nobody === 0,
      figure: {
        ro: `decizii: ${decided}; neluate de un om: ${nobody}`,
        en: `decisions: ${decided}; not taken by a person: ${nobody}`,
      },
    }
  },
})

const feedback = promiseCheck({
  promise: 'P19',
  need: 'feedback',
  async run({ operations, inspector }) {
    const open = operations.some(({ name, who }) => name === 'order.feedback' && who.member)
    const { rows } = await inspector.query<{ finished: number; given: number }>(
      `select count(*)::int as finished, count(*) filter (where exists (select from base.feedback f
         where f.account_id = o.account_id and f.order_id = o.id))::int as given
       from base."order" o where o.status in ('delivered', 'confirmed')`,
    )
    const { finished, given } = rows[0] ?? { finished: 0, given: 0 }
    return {
      holds: open,
      figure: {
        ro: `comenzi livrate: ${finished}; cu o părere: ${given}`,
        en: `orders delivered: ${finished}; with feedback: ${given}`,
      },
    }
  },
})

/**
 * Whether each access that the order was agreed to need was on its list and lay there, alive, when work began: it may well be
 * taken back later.
 */
const accessFirst = promiseCheck({
  promise: 'P43',
  need: 'access_first',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ begun: number; bare: number }>(
      `select count(*)::int as begun, count(*) filter (where
         (select count(*) from base.checklist_item c where c.account_id = e.account_id and c.order_id = e.order_id)
           < jsonb_array_length(o.terms->'access') or exists (
         select from base.checklist_item c where c.account_id = e.account_id and c.order_id = e.order_id and not exists (
           select from base.deposit d where d.account_id = c.account_id and d.item_id = c.request_item_id
             and d.created_at <= e.at and d.expires_at > e.at and (d.ended_at is null or d.ended_at >= e.at))))::int as bare
       from base.order_event e join base.account a on a.id = e.account_id and a.erased_at is null
         join base."order" o on o.account_id = e.account_id and o.id = e.order_id
       where e.kind = 'in_work'`,
    )
    const { begun, bare } = rows[0] ?? { begun: 0, bare: -1 }
    return {
      holds: bare === 0,
      figure: {
        ro: `lucrări începute: ${begun}; cu acces nedat: ${bare}`,
        en: `work begun: ${begun}; with access not given: ${bare}`,
      },
    }
  },
})

/** Every step up to where an order stands, each after the one before, and what was delivered. */
const steps = promiseCheck({
  promise: 'P43',
  need: 'steps',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ orders: number; silent: number; jumbled: number; bare: number }>(
      `with path as (select kind, place from unnest($1::text[]) with ordinality as p(kind, place)),
         step as (select e.account_id, e.order_id, e.kind, e.at, p.place from base.order_event e left join path p using (kind))
       select count(*)::int as orders,
         count(*) filter (where exists (select from (
             select kind from path where place <= coalesce((select h.place from path h where h.kind = o.status), 1)
             union select o.status) owed
           where not exists (select from step s
             where s.account_id = o.account_id and s.order_id = o.id and s.kind = owed.kind)))::int as silent,
         count(*) filter (where exists (select from step s join step l on l.account_id = s.account_id and l.order_id = s.order_id
           where s.account_id = o.account_id and s.order_id = o.id and s.place < l.place and s.at > l.at))::int as jumbled,
         count(*) filter (where o.status in ('delivered', 'confirmed') and not exists (select from base.delivery d
           where d.account_id = o.account_id and d.order_id = o.id))::int as bare
       from base."order" o`,
      [orderPath],
    )
    const { orders, silent, jumbled, bare } = rows[0] ?? { orders: 0, silent: -1, jumbled: -1, bare: -1 }
    return {
      holds: silent === 0 && jumbled === 0 && bare === 0,
      figure: {
        ro: `comenzi: ${orders}; cu pași nenotați: ${silent}; cu pași în altă ordine: ${jumbled}; livrate fără a se spune ce: ${bare}`,
        en: `orders: ${orders}; with steps not recorded: ${silent}; with steps in another order: ${jumbled}; delivered without saying what: ${bare}`,
      },
    }
  },
})

export const ordersPromises: readonly PromiseCheck[] = [
  declaredFields,
  perService,
  feedback,
  noAutomaticDecision,
  accessFirst,
  steps,
]
