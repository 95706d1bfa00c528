import { accountKey, bytes, dataMap, key, link, oneOf, text, timestamp, uuid } from '../privacy/map/columns.ts'
import { letterStates } from './letter-state.ts'
import { letterUses, sealedUses } from './letter-uses.ts'

/** A letter to a person of an account. The body is sealed with the account's key and removed once a mail server took it. */
export const letterData = dataMap(
  'letter',
  {
    label: { ro: 'Scrisori', en: 'Letters' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'letter',
    // What waits to leave does not end by time: it is never lost unseen.
    clock: { at: 'created_at', once: { status: ['sent', 'captured', 'failed'] } },
    uses: { ...letterUses, self: 'read' },
    end: 'delete',
    removedBy: ['rights'],
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person', { optional: true }),
    kind: text({ label: { ro: 'Felul', en: 'Kind' } }),
    purpose: text({ defaulted: true, label: { ro: 'Scopul', en: 'Purpose' } }),
    language: oneOf(['ro', 'en']),
    status: oneOf(letterStates),
    sealed: bytes({
      optional: true,
      export: 'no',
      label: { ro: 'Scrisoarea, sigilată', en: 'The letter, sealed' },
      category: 'communication',
      uses: sealedUses,
    }),
    failure: text({ optional: true, uses: { identity: 'write' } }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Scrisă la', en: 'Written at' } }),
    sent_at: timestamp({ optional: true }),
    /** The processor that carried it away. */
    carrier: uuid({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    letter: typeof letterData
  }
}
