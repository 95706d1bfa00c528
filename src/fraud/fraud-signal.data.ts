import { accountKey, dataMap, key, link, oneOf, text, timestamp, uuid } from '../privacy/map/columns.ts'
import { signalKinds } from './fraud.rules.ts'

const uses = { identity: 'add', orders: 'add', security: 'write', self: 'read', rights: 'write' } as const
/** What somebody decided, and what the person says to it: for who prevents fraud and the person alone. */
const decided = { security: 'write', self: 'read', rights: 'write' } as const

/** Signs of fraud, each with its reason, who decided and why. */
export const fraudSignalData = dataMap(
  'fraud_signal',
  {
    label: { ro: 'Semne de fraudă', en: 'Signs of fraud' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'fraud',
    clock: { at: 'raised_at' },
    uses,
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    order_id: link('order', { optional: true }),
    kind: oneOf(signalKinds, { label: { ro: 'Semnul', en: 'Sign' } }),
    detail: text({
      label: { ro: 'Ce s-a văzut', en: 'What was seen' },
      category: 'security_records',
      uses,
      source: { ro: 'din înregistrare sau comandă, de un program', en: 'from the sign-up or order, by a program' },
    }),
    raised_at: timestamp({ label: { ro: 'Apărut la', en: 'Raised at' } }),
    decision: oneOf(['cleared', 'confirmed'], {
      optional: true,
      label: { ro: 'Hotărârea', en: 'Decision' },
      uses: decided,
    }),
    reason: text({
      optional: true,
      label: { ro: 'De ce', en: 'Why' },
      category: 'security_records',
      uses: decided,
      source: { ro: 'de la cine a hotărât', en: 'from whoever decided' },
    }),
    decided_at: timestamp({ optional: true, label: { ro: 'Hotărât la', en: 'Decided at' }, uses: decided }),
    decided_by: uuid({ optional: true, uses: decided }),
    contested_at: timestamp({ optional: true, label: { ro: 'Contestat la', en: 'Contested at' }, uses: decided }),
    contested_words: text({
      optional: true,
      label: { ro: 'Ce ați spus', en: 'What you said' },
      category: 'communication',
      uses: decided,
    }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    fraud_signal: typeof fraudSignalData
  }
}
