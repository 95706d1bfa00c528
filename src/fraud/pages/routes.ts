import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const fraudPages: CapabilityPages = {
  client: [route('privacy/fraud', 'fraud/pages/own.tsx')],
  staff: [route('fraud', 'fraud/pages/signals.tsx')],
}
