import { index, route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const deskPages: CapabilityPages = {
  public: [
    route('articles', 'desk/pages/public-articles.tsx'),
    route('articles/:slug', 'desk/pages/public-article.tsx'),
  ],
  client: [
    route('tickets', 'desk/pages/tickets.tsx'),
    route('tickets/new', 'desk/pages/new-ticket.tsx'),
    route('tickets/:ticketId', 'desk/pages/ticket.tsx'),
    route('playbook', 'desk/pages/playbook.tsx'),
    route('playbook/changes', 'desk/pages/playbook-changes.tsx'),
    route('articles', 'desk/pages/articles.tsx'),
    route('articles/write', 'desk/pages/article-write.tsx'),
    route('articles/suggested', 'desk/pages/suggest.ts'),
    route('articles/:articleId', 'desk/pages/article.tsx'),
    route('articles/:articleId/versions', 'desk/pages/article-history.tsx'),
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
    route('clients/:accountId/articles', 'desk/pages/client-articles.tsx'),
    route('clients/:accountId/articles/write', 'desk/pages/client-article-write.tsx'),
    route('clients/:accountId/articles/:articleId', 'desk/pages/client-article.tsx'),
    route('clients/:accountId/articles/:articleId/versions', 'desk/pages/client-article-history.tsx'),
    route('articles', 'desk/pages/staff-articles.tsx'),
    route('articles/write', 'desk/pages/staff-article-write.tsx'),
    route('articles/:slug/versions', 'desk/pages/public-article-history.tsx'),
  ],
  bare: [route('files/:accountId/:attachmentId', 'desk/pages/file.ts')],
}
