import { accountKey, dataMap, key, link, timestamp, uuid } from '../../privacy/map/columns.ts'

/** Each showing of a secret. Only the broker adds one; no purpose can write here. */
export const revealData = dataMap(
  'reveal',
  {
    label: { ro: 'Afișări ale secretelor', en: 'Showings of secrets' },
    about: null,
    capacity: 'controller',
    retention: 'access_record',
    clock: { with: 'lease', by: 'lease_id', until: 'at' },
    uses: { access: 'read', support: 'read', security: 'read', improvement: 'read', self: 'read', rights: 'read' },
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    lease_id: link('lease'),
    deposit_id: link('deposit'),
    target_id: link('target'),
    staff_id: uuid({ label: { ro: 'Cui', en: 'To whom' } }),
    at: timestamp({ defaulted: true, label: { ro: 'Când', en: 'When' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    reveal: typeof revealData
  }
}
