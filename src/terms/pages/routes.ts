import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const termsPages: CapabilityPages = {
  public: [
    route('terms', 'terms/pages/terms.tsx', { id: 'terms' }),
    route('terms/:number', 'terms/pages/terms.tsx', { id: 'terms-version' }),
  ],
  client: [route('terms', 'terms/pages/accept.tsx')],
  staff: [route('settings/terms', 'terms/pages/publish.tsx')],
}
