import type { RestoreReport } from '../privacy/backup/report.ts'
import { dataMap, json, key, oneOf, text, timestamp } from '../privacy/map/columns.ts'

/** Each opening after a restore, with its report: counts, hashes and times. */
export const restoreRunData = dataMap(
  'restore_run',
  {
    label: { ro: 'Restaurări', en: 'Restores' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'finished_at' },
    uses: { security: 'add', legal: 'read' },
    end: 'delete',
    primary: ['id'],
  },
  {
    id: key(),
    kind: oneOf(['backup', 'in_place']),
    name: text({ optional: true }),
    started_at: timestamp(),
    finished_at: timestamp(),
    report: json<RestoreReport>()(),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    restore_run: typeof restoreRunData
  }
}
