import {
  accountKey,
  bigint,
  dataMap,
  int,
  json,
  key,
  link,
  oneOf,
  text,
  timestamp,
  uuid,
} from '../../privacy/map/columns.ts'
import { type ServiceTerms, units } from '../service/service.terms.ts'
import { orderStatuses } from './order.rules.ts'
import { orderUses } from './order-uses.ts'

export const orderData = dataMap(
  'order',
  {
    label: { ro: 'Comenzi', en: 'Orders' },
    about: 'placed_by',
    capacity: 'controller',
    retention: 'order',
    clock: { at: 'status_at', once: { status: ['confirmed', 'declined', 'cancelled'] } },
    uses: orderUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    placement_id: uuid({ export: 'no' }),
    service_id: uuid(),
    service_revision: int(),
    terms: json<ServiceTerms>()({ label: { ro: 'Condițiile comenzii', en: 'Terms of the order' } }),
    price_minor: bigint({ label: { ro: 'Preț', en: 'Price' } }),
    currency: text({ label: { ro: 'Moneda', en: 'Currency' } }),
    unit: oneOf(units),
    status: oneOf(orderStatuses, { label: { ro: 'Starea', en: 'State' } }),
    status_at: timestamp({ defaulted: true }),
    placed_by: link('person'),
    created_at: timestamp({ defaulted: true, label: { ro: 'Comandat la', en: 'Ordered at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    order: typeof orderData
  }
}
