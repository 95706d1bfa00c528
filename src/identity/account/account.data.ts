import { accountKey, dataMap, oneOf, text, timestamp } from '../../privacy/map/columns.ts'
import { companyUses, contactUses, tenantUses } from '../contact-uses.ts'

export const accountData = dataMap(
  'account',
  {
    label: { ro: 'Firma', en: 'The company' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: tenantUses,
    end: 'anonymise',
    primary: ['id'],
  },
  {
    id: accountKey(),
    kind: oneOf(['client', 'prospect']),
    name: text({
      label: { ro: 'Firma', en: 'Company' },
      category: 'identification',
      uses: { ...contactUses, security: 'read' },
    }),
    vat_number: text({
      optional: true,
      label: { ro: 'CIF', en: 'Tax number' },
      category: 'identification',
      uses: companyUses,
    }),
    registration_number: text({
      optional: true,
      label: { ro: 'Nr. registrul comerțului', en: 'Registration number' },
      category: 'identification',
      uses: companyUses,
    }),
    address: text({ optional: true, label: { ro: 'Adresa', en: 'Address' }, category: 'contact', uses: companyUses }),
    city: text({ optional: true, label: { ro: 'Localitatea', en: 'City' }, category: 'contact', uses: companyUses }),
    county: text({ optional: true, label: { ro: 'Județul', en: 'County' }, category: 'contact', uses: companyUses }),
    postal_code: text({
      optional: true,
      label: { ro: 'Codul poștal', en: 'Postal code' },
      category: 'contact',
      uses: companyUses,
    }),
    country: text({ optional: true, label: { ro: 'Țara', en: 'Country' }, category: 'contact', uses: companyUses }),
    phone: text({
      optional: true,
      label: { ro: 'Telefonul firmei', en: 'Company phone' },
      category: 'contact',
      uses: contactUses,
    }),
    language: oneOf(['ro', 'en']),
    created_at: timestamp({ defaulted: true }),
    closed_at: timestamp({ optional: true }),
    erased_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    account: typeof accountData
  }
}
