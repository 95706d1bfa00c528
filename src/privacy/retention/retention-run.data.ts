import { dataMap, int, json, key, text, timestamp } from '../map/columns.ts'

/** What the retention job ended, a row for each table and run. Counts only. */
export const retentionRunData = dataMap(
  'retention_run',
  {
    label: { ro: 'Rulări ale păstrării', en: 'Runs of retention' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'finished_at' },
    uses: { rights: 'write', legal: 'read' },
    end: 'delete',
    primary: ['id', 'table_name'],
  },
  {
    id: key(),
    table_name: text(),
    class: text(),
    started_at: timestamp({ defaulted: true }),
    finished_at: timestamp({ optional: true }),
    batches: int({ defaulted: true }),
    ended: json<Readonly<Record<string, number>>>()({ defaulted: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    retention_run: typeof retentionRunData
  }
}
