import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const childrenPages: CapabilityPages = {
  public: [route('child', 'children/pages/report.tsx'), route('child/:token', 'children/pages/followed.tsx')],
  staff: [
    route('children', 'children/pages/reports.tsx'),
    route('children/:reportId', 'children/pages/report-case.tsx'),
  ],
}
