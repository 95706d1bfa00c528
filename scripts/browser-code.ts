import path from 'node:path'
import type { Plugin } from 'vite'

const serverOnly = [
  /\/node_modules\/(zod|kysely|pg|better-auth|graphile-worker|nodemailer|hono|uuid)\//,
  // Card numbers and IBANs are also looked for in the browser, before anything is sent.
  /\/src\/(privacy\/(?!payment-details\/)|app\/(?!pages\/)|cli\/)/,
  /\/src\/.*\.(queries|tables|data|facade|operations|maps)\.ts$/,
]

/** Fails the build when code that belongs to the server would be sent to browsers, and names the way it took. */
export function browserCode(): Plugin {
  return {
    name: 'zavor:browser-code',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [file, { renderedLength }] of Object.entries(chunk.modules)) {
          if (renderedLength === 0 || !isServerOnly(file)) continue
          const way = wayTo(file, (id) => this.getModuleInfo(id)?.importers ?? [])
          this.error(`code of the server would be sent to browsers: ${way.map(short).join(' imports ')}`)
        }
      }
    },
  }
}

const isServerOnly = (file: string) => serverOnly.some((pattern) => pattern.test(file))
const short = (file: string) => path.relative(process.cwd(), file)

/** The shortest way from a file that may go to browsers to the one that may not. */
function wayTo(file: string, importersOf: (file: string) => readonly string[]): string[] {
  const ways = [[file]]
  const seen = new Set(ways[0])
  for (const way of ways) {
    const [first = file] = way
    if (!isServerOnly(first) && !first.includes('/node_modules/')) return way
    for (const importer of importersOf(first)) {
      if (seen.has(importer)) continue
      seen.add(importer)
      ways.push([importer, ...way])
    }
  }
  return [file]
}
