import { realpathSync } from 'node:fs'
import path from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { browserCode } from './scripts/browser-code.ts'

/** @hpke looks for Node's own module where there is no WebCrypto; in a browser there always is. */
const webCrypto: Plugin = {
  name: 'zavor:web-crypto',
  enforce: 'pre',
  resolveId(id, importer) {
    const wanted = id === 'crypto' && importer?.includes('/@hpke/') && this.environment.name === 'client'
    return wanted ? '\0web-crypto' : undefined
  },
  load: (id) => (id === '\0web-crypto' ? 'export const webcrypto = globalThis.crypto' : undefined),
}

export default defineConfig({
  plugins: [webCrypto, tailwindcss(), reactRouter(), browserCode()],
  // Every asset is a file of its own: the content security policy allows no data: fonts or scripts.
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  server: {
    // The installed packages may be a link to another folder.
    fs: { allow: [import.meta.dirname, realpathSync(path.join(import.meta.dirname, 'node_modules'))] },
    watch: { ignored: ['**/data/**', '**/data-*/**', '**/build/**', '**/shots/**'] },
  },
})
