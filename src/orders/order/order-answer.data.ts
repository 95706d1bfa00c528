import { accountKey, dataMap, key, link, text, timestamp } from '../../privacy/map/columns.ts'
import { orderUses } from './order-uses.ts'

/** What the client answered on the order form: a row per field, the value in the column of its kind (P14). */
export const orderAnswerData = dataMap(
  'order_answer',
  {
    label: { ro: 'Răspunsuri la comandă', en: 'Answers on the order form' },
    about: 'given_by',
    capacity: 'controller',
    retention: 'order',
    clock: { with: 'order', by: 'order_id' },
    uses: orderUses,
    end: 'delete',
    removedBy: ['rights'],
  },
  {
    account_id: accountKey(),
    id: key(),
    order_id: link('order'),
    field: text(),
    given_by: link('person'),
    authorised_email: text({
      optional: true,
      label: { ro: 'E-mail autorizat', en: 'Authorised e-mail' },
      category: 'contact',
      uses: { orders: 'write', support: 'read', access: 'read', improvement: 'nothing', self: 'read', rights: 'write' },
    }),
    billing_address: text({
      optional: true,
      label: { ro: 'Adresa de facturare', en: 'Billing address' },
      category: 'contact',
      uses: { orders: 'write', billing: 'read', legal: 'read', improvement: 'nothing', self: 'read', rights: 'write' },
    }),
    chat_account: text({
      optional: true,
      label: { ro: 'Cont de chat', en: 'Online chat account' },
      category: 'contact',
      uses: { orders: 'write', support: 'read', improvement: 'nothing', self: 'read', rights: 'write' },
    }),
    server_detail: text({
      optional: true,
      label: { ro: 'Detalii despre server', en: 'Server details' },
      category: 'server_details',
      uses: { orders: 'write', support: 'read', access: 'read', improvement: 'nothing', self: 'read', rights: 'write' },
    }),
    support_detail: text({
      optional: true,
      label: { ro: 'Detalii despre serviciul de asistență', en: 'Support-service details' },
      category: 'order_details',
      uses: { orders: 'write', support: 'read', improvement: 'nothing', self: 'read', rights: 'write' },
    }),
    created_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    order_answer: typeof orderAnswerData
  }
}
