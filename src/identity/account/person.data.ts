import { accountKey, dataMap, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { contactUses, signInUses, tenantUses } from '../contact-uses.ts'

export const personData = dataMap(
  'person',
  {
    label: { ro: 'Persoane', en: 'People' },
    about: 'id',
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: tenantUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    login_id: uuid({ optional: true, end: 'anonymise' }),
    name: text({ label: { ro: 'Nume', en: 'Name' }, category: 'identification', uses: contactUses }),
    email: text({ optional: true, label: { ro: 'E-mail', en: 'E-mail' }, category: 'contact', uses: contactUses }),
    phone: text({ optional: true, label: { ro: 'Telefon', en: 'Phone' }, category: 'contact', uses: contactUses }),
    job_title: text({
      optional: true,
      label: { ro: 'Funcția', en: 'Job title' },
      category: 'identification',
      uses: contactUses,
    }),
    language: oneOf(['ro', 'en'], {
      label: { ro: 'Limba', en: 'Language' },
      category: 'preferences',
      uses: tenantUses,
    }),
    age_statement_version: text({
      optional: true,
      label: { ro: 'Versiunea declarației de vârstă', en: 'Version of the age statement' },
      category: 'preferences',
      uses: signInUses,
    }),
    age_stated_at: timestamp({
      optional: true,
      label: { ro: 'Declarată la', en: 'Stated at' },
      category: 'preferences',
      uses: signInUses,
    }),
    created_at: timestamp({ defaulted: true }),
    erased_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    person: typeof personData
  }
}
