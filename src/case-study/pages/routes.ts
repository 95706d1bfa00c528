import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const caseStudyPages: CapabilityPages = {
  public: [
    route('case-studies', 'case-study/pages/studies.tsx'),
    route('case-studies/:studyId', 'case-study/pages/study.tsx'),
  ],
  client: [route('privacy/case-studies', 'case-study/pages/own.tsx')],
  staff: [
    route('clients/:accountId/case-studies', 'case-study/pages/of-client.tsx'),
    route('clients/:accountId/case-studies/write', 'case-study/pages/write.tsx'),
  ],
}
