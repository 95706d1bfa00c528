import { bigint, dataMap, int, json, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { type ServiceAsks, units } from './service.terms.ts'

/** What can be ordered. It holds no client's data, so every purpose that meets an order may read it. */
export const serviceData = dataMap(
  'service',
  {
    label: { ro: 'Servicii', en: 'Services' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: 'standing',
    uses: {
      orders: 'write',
      identity: 'add',
      support: 'read',
      access: 'read',
      billing: 'read',
      improvement: 'read',
      legal: 'read',
      self: 'read',
      rights: 'read',
    },
    end: 'anonymise',
  },
  {
    id: key(),
    slug: text(),
    name_ro: text(),
    name_en: text(),
    summary_ro: text(),
    summary_en: text(),
    description_ro: text(),
    description_en: text(),
    delivers_ro: text(),
    delivers_en: text(),
    price_minor: bigint(),
    currency: text(),
    unit: oneOf(units),
    asks: json<ServiceAsks>()(),
    revision: int({ defaulted: true }),
    created_at: timestamp({ defaulted: true }),
    created_by: uuid({ optional: true }),
    updated_at: timestamp({ defaulted: true }),
    updated_by: uuid({ optional: true }),
    published_at: timestamp({ optional: true }),
    published_by: uuid({ optional: true }),
    retired_at: timestamp({ optional: true }),
    retired_by: uuid({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    service: typeof serviceData
  }
}
