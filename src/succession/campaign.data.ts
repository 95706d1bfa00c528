import { dataMap, day, key, text, timestamp, uuid } from '../privacy/map/columns.ts'

const added = { rights: 'add', self: 'read', succession: 'read' } as const

/** A transfer of the business: to whom, why, until when people are asked. What they were asked never changes. */
export const successionCampaignData = dataMap(
  'succession_campaign',
  {
    label: { ro: 'Transferuri ale afacerii', en: 'Transfers of the business' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { rights: 'write', self: 'read', succession: 'read' },
    end: 'anonymise',
  },
  {
    id: key(),
    successor: text({ uses: added }),
    country: text({ uses: added }),
    why_ro: text({ uses: added }),
    why_en: text({ uses: added }),
    closes_on: day({ uses: added }),
    started_at: timestamp({ uses: added }),
    started_by: uuid({ uses: added }),
    handed_over_at: timestamp({ optional: true }),
    handed_over_by: uuid({ optional: true }),
    cancelled_at: timestamp({ optional: true }),
    cancelled_by: uuid({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    succession_campaign: typeof successionCampaignData
  }
}
