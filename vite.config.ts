import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // Every asset is a file of its own: the content security policy allows no data: fonts or scripts.
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  server: { watch: { ignored: ['**/data/**', '**/data-*/**', '**/build/**', '**/shots/**'] } },
})
