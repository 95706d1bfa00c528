import { accountKey, dataMap, key, link, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { told, toldRule } from '../told.ts'

/** That a breach touched a person's data, in the words that they were told (Art. 34). */
export const breachToldData = dataMap(
  'breach_told',
  {
    label: { ro: 'Anunțuri despre încălcări', en: 'Notices of breaches' },
    ...toldRule,
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    breach_id: uuid(),
    words: text({ ...told, label: { ro: 'Ce vi s-a spus', en: 'What you were told' } }),
    told_at: timestamp({ defaulted: true, label: { ro: 'Când', en: 'When' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    breach_told: typeof breachToldData
  }
}
