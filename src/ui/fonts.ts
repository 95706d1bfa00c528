import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

const preload = (href: string) => ({
  rel: 'preload',
  as: 'font',
  type: 'font/woff2',
  href,
  crossOrigin: 'anonymous' as const,
})

/** What the first view of a page needs: Inter, and its letters ă ș ț where the page is Romanian. */
export function fontPreloads(locale: 'ro' | 'en') {
  return locale === 'ro' ? [preload(latin), preload(latinExt)] : [preload(latin)]
}
