import { accountKey, dataMap, key, link, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { orderStatuses } from './order.rules.ts'
import { orderUses, orderWordsUses } from './order-uses.ts'

/** The timeline of an order: who took which step when. Only added to. */
export const orderEventData = dataMap(
  'order_event',
  {
    label: { ro: 'Pașii comenzilor', en: 'Steps of orders' },
    about: 'by_person',
    capacity: 'controller',
    retention: 'order',
    clock: { with: 'order', by: 'order_id' },
    uses: { ...orderUses, orders: 'add' },
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    order_id: link('order'),
    kind: oneOf(orderStatuses, { label: { ro: 'Pasul', en: 'Step' } }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
    by_person: link('person', { optional: true }),
    by_staff: uuid({ optional: true }),
    words: text({
      optional: true,
      label: { ro: 'Motivul', en: 'Reason' },
      category: 'order_details',
      uses: { ...orderWordsUses, orders: 'add' },
      end: 'anonymise',
    }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    order_event: typeof orderEventData
  }
}
