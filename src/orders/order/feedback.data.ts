import { accountKey, dataMap, int, key, link, text, timestamp } from '../../privacy/map/columns.ts'
import { orderUses, orderWordsUses } from './order-uses.ts'

/** What the client thought of the finished work (P19). */
export const feedbackData = dataMap(
  'feedback',
  {
    label: { ro: 'Păreri', en: 'Feedback' },
    about: 'given_by',
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
    given_by: link('person'),
    rating: int({
      label: { ro: 'Nota, de la 1 la 5', en: 'Rating, 1 to 5' },
      category: 'order_details',
      uses: { orders: 'add', support: 'read', improvement: 'read', self: 'read', rights: 'write' },
      end: 'keep',
    }),
    words: text({
      optional: true,
      label: { ro: 'Părerea', en: 'Feedback' },
      category: 'communication',
      uses: { ...orderWordsUses, orders: 'add' },
      end: 'anonymise',
    }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Dată la', en: 'Given at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    feedback: typeof feedbackData
  }
}
