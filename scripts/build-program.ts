import { join } from 'node:path'
import { build } from 'vite'

/**
 * Builds what `npm start` runs: each process's program and what it uses of the packages, in a few files. Loaded from the
 * sources, with a thousand files and all of every package, the processes took a quarter more memory and twice as long.
 */
const root = join(import.meta.dirname, '..')
const folder = join(root, 'build/program')

const programs = {
  start: 'src/app/start.ts',
  web: 'src/app/web.ts',
  worker: 'src/app/worker.ts',
  broker: 'src/app/broker.ts',
  'prepare-main': 'src/app/prepare-main.ts',
  'backup-main': 'src/app/backup-main.ts',
  'pdf-thread': 'src/platform/documents/pdf-thread.ts',
}

/**
 * Left where they are: what the built pages load too, so that it is there once; what reads files beside its own; and what
 * is loaded on some machines alone.
 */
const left = [/^(react|react-dom|react-router|pdfkit|vite|@aws-sdk|@opentelemetry|pg-native)(\/|$)/]

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    outDir: folder,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: programs,
      external: left,
      // All in one folder, as deep as src/app is: what looks for the root of the program from its own place finds it.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
})
