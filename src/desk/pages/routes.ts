import { index, route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const deskPages: CapabilityPages = {
  client: [
    route('tickets', 'desk/pages/tickets.tsx'),
    route('tickets/new', 'desk/pages/new-ticket.tsx'),
    route('tickets/:ticketId', 'desk/pages/ticket.tsx'),
    route('playbook', 'desk/pages/playbook.tsx'),
    route('playbook/changes', 'desk/pages/playbook-changes.tsx'),
  ],
  staff: [
    index('desk/pages/to-inbox.ts'),
    route('inbox', 'desk/pages/to-queue.ts'),
    route('inbox/:queue', 'desk/pages/inbox.tsx', [
      index('desk/pages/inbox-nothing-open.tsx'),
      route(':ticketId', 'desk/pages/inbox-ticket.tsx'),
    ]),
    route('clients', 'desk/pages/clients.tsx'),
    route('clients/:accountId', 'desk/pages/client.tsx'),
    route('clients/:accountId/ticket', 'desk/pages/new-ticket-for-client.tsx'),
    route('clients/:accountId/playbook', 'desk/pages/client-playbook.tsx'),
    route('clients/:accountId/playbook/changes', 'desk/pages/client-playbook-changes.tsx'),
  ],
  bare: [route('files/:accountId/:attachmentId', 'desk/pages/file.ts')],
}
