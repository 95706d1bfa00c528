import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const lettersPages: CapabilityPages = {
  staff: [
    route('letters', 'letters/pages/letters.tsx'),
    route('letters/:holder/:letterId', 'letters/pages/letter.tsx'),
  ],
  bare: [route('opened/:token', 'letters/pages/opened.ts')],
}
