import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  ssr: true,
  // Every route of the app area is known to the browser at once: no request just to learn where a link leads.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
