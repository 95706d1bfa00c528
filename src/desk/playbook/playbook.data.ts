import { accountKey, dataMap, int, key, link, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { playbookUses, playbookWordsUses } from '../desk-uses.ts'

const words = { category: 'client_policy', uses: playbookWordsUses, end: 'anonymise' } as const

/** How to act for a client (P10). Each row is one save; the highest version holds. */
export const playbookData = dataMap(
  'playbook',
  {
    label: { ro: 'Reguli de client', en: 'Client policy' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: playbookUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    version: int({ label: { ro: 'Versiunea', en: 'Version' } }),
    hours: text({ ...words, label: { ro: 'Program', en: 'Hours' } }),
    escalation: text({ ...words, label: { ro: 'Cui se cere ajutor', en: 'Escalation' } }),
    tone: text({ ...words, label: { ro: 'Tonul', en: 'Tone' } }),
    refunds: text({ ...words, label: { ro: 'Rambursări', en: 'Refunds' } }),
    never: text({ ...words, label: { ro: 'Niciodată', en: 'Never to do' } }),
    by_person: link('person', { optional: true }),
    by_staff: uuid({ optional: true }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Salvată la', en: 'Saved at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    playbook: typeof playbookData
  }
}
