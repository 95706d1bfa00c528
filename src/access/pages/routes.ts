import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const accessPages: CapabilityPages = {
  client: [
    route('access', 'access/pages/access-home.tsx'),
    route('access/uses', 'access/pages/uses.tsx'),
    route('access/rule', 'access/pages/rule.tsx'),
    route('access/offer', 'access/pages/offer.tsx'),
    route('access/leases/:leaseId', 'access/pages/lease.tsx'),
    route('access/:requestId', 'access/pages/secure-request.tsx'),
    route('access/:requestId/:itemId', 'access/pages/hand-over.tsx'),
    route('access/:requestId/:itemId/decline', 'access/pages/decline.tsx'),
    route('access/:requestId/:itemId/withdraw', 'access/pages/withdraw.tsx'),
  ],
  staff: [
    route('access', 'access/pages/staff-access.tsx'),
    route('access/ask', 'access/pages/ask.tsx'),
    route('access/requests/:requestId', 'access/pages/staff-request.tsx'),
    route('access/clients/:accountId', 'access/pages/client-access.tsx'),
    route('access/clients/:accountId/target', 'access/pages/new-target.tsx'),
    route('access/leases/new', 'access/pages/ask-lease.tsx'),
    route('access/leases/:leaseId', 'access/pages/staff-lease.tsx'),
  ],
}
