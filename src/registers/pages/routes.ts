import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const registersPages: CapabilityPages = {
  staff: [
    route('registers', 'registers/pages/home.tsx'),
    route('registers/policy', 'registers/pages/policy.tsx'),
    route('registers/recipients', 'registers/pages/recipients.tsx'),
    route('registers/recipients/new', 'registers/pages/new-recipient.tsx'),
    route('registers/recipients/:processorId', 'registers/pages/recipient.tsx'),
    route('registers/grounds/new', 'registers/pages/new-ground.tsx'),
    route('registers/grounds/:groundId', 'registers/pages/ground.tsx'),
  ],
}
