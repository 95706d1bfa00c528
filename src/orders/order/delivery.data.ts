import { accountKey, dataMap, key, link, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { orderUses, orderWordsUses } from './order-uses.ts'

/** What was delivered on an order, in the words of who did the work. */
export const deliveryData = dataMap(
  'delivery',
  {
    label: { ro: 'Livrări', en: 'Deliveries' },
    about: null,
    capacity: 'controller',
    retention: 'order',
    clock: { with: 'order', by: 'order_id' },
    uses: orderUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    order_id: link('order'),
    words: text({
      label: { ro: 'Ce s-a livrat', en: 'What was delivered' },
      category: 'order_details',
      uses: orderWordsUses,
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    delivered_by: uuid(),
    created_at: timestamp({ defaulted: true, label: { ro: 'Livrat la', en: 'Delivered at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    delivery: typeof deliveryData
  }
}
