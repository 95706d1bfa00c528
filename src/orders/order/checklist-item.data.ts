import { accountKey, dataMap, int, key, link, text, timestamp } from '../../privacy/map/columns.ts'
import { orderUses } from './order-uses.ts'

/** What access an order needs before work can begin (P43). */
export const checklistItemData = dataMap(
  'checklist_item',
  {
    label: { ro: 'Liste de acces', en: 'Access checklists' },
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
    item: text({ label: { ro: 'Accesul', en: 'Access' } }),
    position: int(),
    request_item_id: link('secret_request_item', { optional: true }),
    created_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    checklist_item: typeof checklistItemData
  }
}
