import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const rightsPages: CapabilityPages = {
  public: [
    route('receipt/:token', 'rights/pages/receipt.tsx'),
    route('request', 'rights/pages/public-ask.tsx'),
    route('request/:token', 'rights/pages/public-request.tsx'),
  ],
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
    route('staff/rights/:caseId/answers/:answerId/:file', 'rights/pages/case-letter.ts'),
    route('request/letter', 'rights/pages/public-letter.ts'),
    route('request/copy', 'rights/pages/public-copy.ts'),
  ],
  staff: [
    route('rights', 'rights/pages/queue.tsx'),
    route('rights/erasures', 'rights/pages/erasures.tsx'),
    route('rights/note', 'rights/pages/note.tsx'),
    route('rights/:caseId', 'rights/pages/case.tsx'),
    route('rights/:caseId/identity', 'rights/pages/case-identity.tsx'),
    route('rights/:caseId/answer', 'rights/pages/case-answer.tsx'),
    route('rights/:caseId/extend', 'rights/pages/case-extend.tsx'),
    route('rights/:caseId/correct', 'rights/pages/case-correct.tsx'),
    route('rights/:caseId/erase', 'rights/pages/case-erase.tsx'),
    route('rights/:caseId/lift', 'rights/pages/case-lift.tsx'),
    route('retention', 'rights/pages/retention.tsx'),
  ],
}
