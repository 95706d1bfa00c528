/** Public pages that anybody can open, in both languages: what the checks of promises look at. */
const paths = [
  '',
  '/services',
  '/contact',
  '/chat',
  '/policy',
  '/policy/versions',
  '/cookies',
  '/recipients',
  '/register',
  '/request',
  '/terms',
]

export const everywhere = ['ro', 'en'].flatMap((language) => paths.map((path) => `/${language}${path}`))
