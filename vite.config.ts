import { realpathSync } from 'node:fs'
import path from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // Every asset is a file of its own: the content security policy allows no data: fonts or scripts.
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  server: {
    // The installed packages may be a link to another folder.
    fs: { allow: [import.meta.dirname, realpathSync(path.join(import.meta.dirname, 'node_modules'))] },
    watch: { ignored: ['**/data/**', '**/data-*/**', '**/build/**', '**/shots/**'] },
  },
})
