import { accountKey, dataMap, key, link, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { askingUses, askingWordsUses } from '../access-uses.ts'

/** A secure request: named access that the provider asks for, or that the client offers, with why and until when. */
export const secretRequestData = dataMap(
  'secret_request',
  {
    label: { ro: 'Solicitări securizate', en: 'Secure requests' },
    about: null,
    capacity: 'controller',
    retention: 'access_record',
    clock: { at: 'expires_at' },
    uses: askingUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    order_id: link('order', { optional: true }),
    ticket_id: link('ticket', { optional: true }),
    reason: text({
      label: { ro: 'De ce se cere', en: 'Why it is asked' },
      category: 'access_details',
      uses: askingWordsUses,
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    asked_by: uuid({ optional: true }),
    offered_by: link('person', { optional: true }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Cerut la', en: 'Asked at' } }),
    expires_at: timestamp({ label: { ro: 'Valabil până la', en: 'Valid until' } }),
    withdrawn_at: timestamp({ optional: true }),
    withdrawn_by: uuid({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    secret_request: typeof secretRequestData
  }
}
