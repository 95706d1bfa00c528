import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const rightsPages: CapabilityPages = {
  public: [route('receipt/:token', 'rights/pages/receipt.tsx')],
  client: [
    route('privacy', 'rights/pages/privacy.tsx'),
    route('privacy/held/:table', 'rights/pages/held-table.tsx'),
    route('privacy/looked', 'rights/pages/looked.tsx'),
    route('privacy/requests', 'rights/pages/requests.tsx'),
    route('privacy/requests/new', 'rights/pages/request-new.tsx'),
    route('privacy/requests/:caseId', 'rights/pages/request.tsx'),
    route('privacy/correct', 'rights/pages/correct.tsx'),
    route('privacy/take', 'rights/pages/take.tsx'),
    route('privacy/end', 'rights/pages/end.tsx'),
    route('privacy/leave', 'rights/pages/leave.tsx'),
  ],
  bare: [
    route('privacy/download.zip', 'rights/pages/download.ts'),
    route('privacy/requests/:caseId/answers/:answerId/:file', 'rights/pages/letter-file.ts'),
    route('privacy/requests/:caseId/copy.zip', 'rights/pages/copy-file.ts'),
  ],
  staff: [route('rights', 'rights/pages/erasures.tsx'), route('retention', 'rights/pages/retention.tsx')],
}
