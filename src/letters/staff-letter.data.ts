import { bytes, dataMap, key, oneOf, text, timestamp, uuid } from '../privacy/map/columns.ts'
import { letterStates } from './letter-state.ts'
import { letterUses, sealedUses } from './letter-uses.ts'

/** A letter to one of the staff. The body is sealed with the provider's key and removed once a mail server took it. */
export const staffLetterData = dataMap(
  'staff_letter',
  {
    label: { ro: 'Scrisori către echipă', en: 'Letters to staff' },
    about: null,
    capacity: 'controller',
    retention: 'letter',
    // What waits to leave does not end by time: it is never lost unseen.
    clock: { at: 'created_at', once: { status: ['sent', 'captured', 'failed'] } },
    uses: letterUses,
    end: 'delete',
    removedBy: ['rights'],
  },
  {
    id: key(),
    staff_id: uuid(),
    kind: text({ label: { ro: 'Felul', en: 'Kind' } }),
    language: oneOf(['ro', 'en']),
    status: oneOf(letterStates),
    sealed: bytes({
      optional: true,
      label: { ro: 'Scrisoarea, sigilată', en: 'The letter, sealed' },
      category: 'communication',
      uses: sealedUses,
    }),
    failure: text({ optional: true, uses: { identity: 'write' } }),
    created_at: timestamp({ defaulted: true }),
    sent_at: timestamp({ optional: true }),
    /** The processor that carried it away. */
    carrier: uuid({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    staff_letter: typeof staffLetterData
  }
}
