import { accountKey, dataMap, key, link, text, texts, timestamp, uuid } from '../../privacy/map/columns.ts'
import { told, toldRule } from '../told.ts'

/** What a person was told of a disclosure of their data: in their own view and their export. */
export const disclosureToldData = dataMap(
  'disclosure_told',
  {
    label: { ro: 'Cui s-au dat datele dumneavoastră', en: 'To whom your data was given' },
    ...toldRule,
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    disclosure_id: uuid(),
    asked_by: text({ ...told, label: { ro: 'Cine a cerut', en: 'Who asked' } }),
    ground: text({ ...told, label: { ro: 'Pe ce temei', en: 'On which ground' } }),
    what: text({ ...told, label: { ro: 'Ce s-a dat', en: 'What was given' } }),
    categories: texts(),
    given_at: timestamp({ label: { ro: 'Când', en: 'When' } }),
    told_at: timestamp({ defaulted: true, label: { ro: 'Anunțat la', en: 'Told at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    disclosure_told: typeof disclosureToldData
  }
}
