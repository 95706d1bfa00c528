import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const chatPages: CapabilityPages = {
  staff: [route('chat', 'chat/pages/duty.tsx'), route('chat/keep', 'chat/pages/keep.ts')],
  // Without the frame of the public pages, as it stands inside of them as a window of its own.
  bare: [
    route(':locale/chat', 'chat/pages/chat.tsx'),
    route(':locale/chat/seen', 'chat/pages/seen.ts'),
    route(':locale/chat/files/:attachmentId', 'chat/pages/file.ts'),
  ],
}
