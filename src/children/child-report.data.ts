import { bytes, dataMap, int, key, oneOf, text, timestamp, uuid, uuids } from '../privacy/map/columns.ts'
import { knownWays, outcomes, reportKinds } from './child-report.rules.ts'

/** Reports that a child uses the services. Once decided, a row says that it was, when and by whom, and names nobody else. */
export const childReportData = dataMap(
  'child_report',
  {
    label: { ro: 'Sesizări despre copii', en: 'Reports about children' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'decided_at' },
    uses: { rights: 'write' },
    end: 'delete',
  },
  {
    id: key(),
    number: int({ defaulted: true }),
    kind: oneOf(reportKinds, { label: { ro: 'Felul', en: 'Kind' } }),
    language: oneOf(['ro', 'en']),
    about_whom: text({
      optional: true,
      label: { ro: 'Despre cine este', en: 'Who it is about' },
      category: 'identification',
      uses: { rights: 'write' },
      source: { ro: 'cine a făcut sesizarea', en: 'whoever made the report' },
    }),
    why: text({
      optional: true,
      label: { ro: 'De unde se știe', en: 'How it is known' },
      category: 'communication',
      uses: { rights: 'write' },
      source: { ro: 'cine a făcut sesizarea', en: 'whoever made the report' },
    }),
    reporter: bytes({
      optional: true,
      label: { ro: 'Unde se trimite confirmarea', en: 'Where the receipt goes' },
      category: 'contact',
      uses: { rights: 'write' },
    }),
    link_hash: text(),
    received_at: timestamp(),
    due_at: timestamp(),
    reminded: int({ defaulted: true }),
    outcome: oneOf(outcomes, { optional: true }),
    known_by: oneOf(knownWays, { optional: true }),
    decided_at: timestamp({ optional: true }),
    decided_by: uuid({ optional: true }),
    erasures: uuids({ defaulted: true }),
    receipt: oneOf(['sent', 'noted'], { optional: true }),
    receipt_at: timestamp({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    child_report: typeof childReportData
  }
}
