import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const backupsPages: CapabilityPages = {
  staff: [route('backups', 'backups/pages/backups.tsx')],
}
