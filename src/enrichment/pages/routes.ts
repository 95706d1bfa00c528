import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const enrichmentPages: CapabilityPages = {
  staff: [
    route('settings/enrichment', 'enrichment/pages/switch.tsx'),
    route('clients/:accountId/facts', 'enrichment/pages/facts.tsx'),
  ],
}
