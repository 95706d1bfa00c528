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
/** Those that ask about optional cookies and let one withdraw: the chat is a window inside of them. */
export const asking = everywhere.filter((path) => !path.endsWith('/chat'))
