import { bigint, dataMap, day, oneOf, text } from '../../privacy/map/columns.ts'

/** How often each page was read, by day, country and where people came from. A sum of many: no row is of anybody. */
export const visitCountData = dataMap(
  'visit_count',
  {
    label: { ro: 'Vizite numărate', en: 'Visits counted' },
    about: null,
    capacity: 'controller',
    retention: 'visits',
    clock: 'partition',
    parts: { make: 'make_visit_parts', drop: 'drop_visit_counts' },
    uses: { visits: 'read' },
    end: 'delete',
    primary: ['day', 'path', 'country', 'source', 'reader'],
  },
  {
    day: day(),
    path: text(),
    country: text(),
    source: text(),
    reader: oneOf(['person', 'program']),
    views: bigint(),
    visits: bigint(),
    seconds: bigint(),
    timed: bigint(),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    visit_count: typeof visitCountData
  }
}
