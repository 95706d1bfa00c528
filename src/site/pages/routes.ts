import { index, route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const sitePages: CapabilityPages = {
  public: [
    index('site/pages/home.tsx'),
    route('services', 'site/pages/services.tsx'),
    route('contact', 'site/pages/contact.tsx'),
    route('conversation/:token', 'site/pages/conversation.tsx'),
    route('conversation/:token/seen', 'site/pages/conversation-seen.ts'),
    route('conversation/:token/files/:attachmentId', 'site/pages/conversation-file.ts'),
    route('policy', 'site/pages/policy.tsx'),
    route('policy/versions', 'site/pages/versions.tsx'),
    route('policy/versions/:number', 'site/pages/version.tsx'),
    route('cookies', 'site/pages/cookies.tsx'),
    route('texts/:hash', 'site/pages/shown-text.tsx'),
    route('recipients', 'site/pages/recipients.tsx'),
  ],
  staff: [route('visits', 'site/pages/visits.tsx'), route('promises', 'site/pages/promises.tsx')],
  bare: [route('robots.txt', 'site/pages/robots.ts'), route('sitemap.xml', 'site/pages/sitemap.ts')],
}
