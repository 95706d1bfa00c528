import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  ssr: true,
  // Tests build the gallery beside the program.
  buildDirectory: process.env.ZAVOR_GALLERY ? 'build/gallery' : 'build',
  // Every route of the app area is known to the browser at once: no request just to learn where a link leads.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
