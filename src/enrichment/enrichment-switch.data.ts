import { dataMap, key, oneOf, timestamp, uuid } from '../privacy/map/columns.ts'

/** Each turn of the switch. The last one counts; none at all is off. Only added to. */
export const enrichmentSwitchData = dataMap(
  'enrichment_switch',
  {
    label: { ro: 'Pornirea completării din surse publice', en: 'Switch of additions from public sources' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: 'standing',
    uses: { enrichment: 'add', legal: 'read', rights: 'read' },
    end: 'anonymise',
  },
  { id: key(), state: oneOf(['on', 'off']), turned_at: timestamp(), turned_by: uuid({ optional: true }) },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    enrichment_switch: typeof enrichmentSwitchData
  }
}
