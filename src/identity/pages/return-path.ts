/** Where to go after signing in: a path of this desk and nothing else, so that no link leads through us to elsewhere. */
export function returnPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 500 || !wanted.startsWith('/')) return null
  if (!URL.canParse(wanted, here)) return null
  const url = new URL(wanted, here)
  if (url.origin !== here || /^\/(sign-in|sign-out)(\/|$)/.test(url.pathname)) return null
  return url.pathname + url.search + url.hash
}

const here = 'https://desk.invalid'
