import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const registersPages: CapabilityPages = {
  staff: [
    route('registers', 'registers/pages/home.tsx'),
    route('registers/policy', 'registers/pages/policy.tsx'),
    route('registers/recipients', 'registers/pages/recipients.tsx'),
    route('registers/recipients/new', 'registers/pages/new-recipient.tsx'),
    route('registers/recipients/:processorId', 'registers/pages/recipient.tsx'),
    route('registers/processing', 'registers/pages/processing.tsx'),
    route('registers/processing/file/:language/:format', 'registers/pages/processing-file.ts'),
    route('registers/disclosures', 'registers/pages/disclosures.tsx'),
    route('registers/disclosures/new', 'registers/pages/new-disclosure.tsx'),
    route('registers/disclosures/:disclosureId', 'registers/pages/disclosure.tsx'),
    route('registers/measures', 'registers/pages/measures.tsx'),
    route('registers/measures/:measureId', 'registers/pages/measure.tsx'),
    route('registers/breaches', 'registers/pages/breaches.tsx'),
    route('registers/breaches/new', 'registers/pages/new-breach.tsx'),
    route('registers/breaches/:breachId', 'registers/pages/breach.tsx'),
    route('registers/breaches/:breachId/form/:language/:format', 'registers/pages/breach-file.ts'),
    route('registers/grounds/new', 'registers/pages/new-ground.tsx'),
    route('registers/grounds/:groundId', 'registers/pages/ground.tsx'),
  ],
}
