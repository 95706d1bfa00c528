import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const registersPages: CapabilityPages = {
  staff: [route('registers', 'registers/pages/home.tsx'), route('registers/policy', 'registers/pages/policy.tsx')],
}
