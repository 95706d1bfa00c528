import { accountKey, dataMap, key, link, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** That a breach touched a person's data, in the words that they were told (Art. 34). */
export const breachToldData = dataMap(
  'breach_told',
  {
    label: { ro: 'Anunțuri despre încălcări', en: 'Notices of breaches' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'told_at' },
    uses: { legal: 'add', self: 'read', rights: 'read' },
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    breach_id: uuid(),
    words: text({
      label: { ro: 'Ce vi s-a spus', en: 'What you were told' },
      category: 'security_records',
      uses: { legal: 'add', self: 'read', rights: 'read' },
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    told_at: timestamp({ defaulted: true, label: { ro: 'Când', en: 'When' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    breach_told: typeof breachToldData
  }
}
