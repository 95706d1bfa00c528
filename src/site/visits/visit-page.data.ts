import { dataMap, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** Pages read by visitors who agreed to be counted, under the random number that their browser holds for it. */
export const visitPageData = dataMap(
  'visit_page',
  {
    label: { ro: 'Vizite, cu acordul vizitatorului', en: 'Visits, with the visitor’s consent' },
    about: null,
    capacity: 'controller',
    retention: 'visits',
    clock: 'partition',
    parts: { make: 'make_visit_parts', drop: 'drop_visit_pages' },
    uses: { visits: 'read' },
    end: 'delete',
    primary: ['id', 'at'],
  },
  {
    id: key(),
    at: timestamp(),
    visitor_id: uuid({
      label: { ro: 'Numărul vizitatorului', en: 'Number of the visitor' },
      category: 'usage',
      uses: { visits: 'read' },
    }),
    path: text({ label: { ro: 'Pagina', en: 'Page' }, category: 'usage', uses: { visits: 'read' } }),
    country: text({ label: { ro: 'Țara', en: 'Country' }, category: 'usage', uses: { visits: 'read' } }),
    source: text({ label: { ro: 'De unde', en: 'From where' }, category: 'usage', uses: { visits: 'read' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    visit_page: typeof visitPageData
  }
}
