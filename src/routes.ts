import { index, layout, prefix, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import { accessPages } from './access/pages/routes.ts'
import { backupsPages } from './backups/pages/routes.ts'
import { caseStudyPages } from './case-study/pages/routes.ts'
import { chatPages } from './chat/pages/routes.ts'
import { childrenPages } from './children/pages/routes.ts'
import { deskPages } from './desk/pages/routes.ts'
import { enrichmentPages } from './enrichment/pages/routes.ts'
import { fraudPages } from './fraud/pages/routes.ts'
import { identityPages } from './identity/pages/routes.ts'
import { lettersPages } from './letters/pages/routes.ts'
import { ordersPages } from './orders/pages/routes.ts'
import { registersPages } from './registers/pages/routes.ts'
import { rightsPages } from './rights/pages/routes.ts'
import { sitePages } from './site/pages/routes.ts'
import { successionPages } from './succession/pages/routes.ts'
import { termsPages } from './terms/pages/routes.ts'
import type { CapabilityPages } from './ui/capability-pages.ts'

const capabilities: CapabilityPages[] = [
  identityPages,
  lettersPages,
  sitePages,
  ordersPages,
  deskPages,
  chatPages,
  accessPages,
  rightsPages,
  registersPages,
  backupsPages,
  childrenPages,
  successionPages,
  fraudPages,
  caseStudyPages,
  enrichmentPages,
  termsPages,
]
const all = (area: keyof CapabilityPages) => capabilities.flatMap((pages) => pages[area] ?? [])
const nowhere = (area: string) => route('*', 'app/pages/nothing-here.tsx', { id: `nowhere-${area}` })
// Whatever a frame does not know is said to be nowhere inside that frame.
const framed = (area: string, pages: RouteConfigEntry[]) => [
  layout('app/pages/framed.tsx', { id: `framed-${area}` }, [...pages, nowhere(area)]),
]
const gallery =
  process.env.NODE_ENV === 'development' || process.env.ZAVOR_GALLERY
    ? [route('dev/gallery', 'ui/gallery/gallery.tsx')]
    : []

export default [
  index('app/pages/entrance.ts'),
  layout('app/pages/client-layout.tsx', prefix('desk', framed('client', all('client')))),
  layout('app/pages/staff-layout.tsx', prefix('staff', framed('staff', all('staff')))),
  ...all('bare'),
  ...gallery,
  route(':locale', 'app/pages/public-layout.tsx', framed('public', all('public'))),
  nowhere('at all'),
] satisfies RouteConfig
