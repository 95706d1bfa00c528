import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const successionPages: CapabilityPages = {
  public: [route('succession/:token', 'succession/pages/by-link.tsx')],
  client: [route('privacy/succession', 'succession/pages/own.tsx')],
  staff: [
    route('succession', 'succession/pages/campaigns.tsx'),
    route('succession/new', 'succession/pages/new-campaign.tsx'),
    route('succession/:campaignId', 'succession/pages/campaign.tsx'),
  ],
  bare: [route('succession/:campaignId/archive.zip', 'succession/pages/archive.ts')],
}
