import { dataMap, key, oneOf, text, timestamp } from '../../privacy/map/columns.ts'

const everyone = {
  identity: 'write',
  support: 'read',
  access: 'read',
  orders: 'read',
  billing: 'read',
  security: 'read',
  improvement: 'read',
  visits: 'read',
  updates: 'read',
  legal: 'read',
  self: 'read',
  rights: 'read',
} as const

/** Who runs this desk: the controller named in the policy, the letters and the footer. One row. */
export const providerData = dataMap(
  'provider',
  {
    label: { ro: 'Furnizorul', en: 'The provider' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: 'standing',
    uses: everyone,
    end: 'anonymise',
  },
  {
    id: key(),
    name: text(),
    address: text(),
    privacy_email: text(),
    country: text(),
    language: oneOf(['ro', 'en']),
    currency: text(),
    officer_name: text({ optional: true }),
    officer_email: text({ optional: true }),
    officer_phone: text({ optional: true }),
    set_up_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    provider: typeof providerData
  }
}
