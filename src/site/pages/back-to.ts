/** A public page of this site, to come back to after a choice; null for anything else. */
export function backTo(wanted: string): string | null {
  if (wanted.length > 500 || !/^\/(ro|en)(?=[/?#]|$)/.test(wanted) || !URL.canParse(wanted, here)) return null
  const url = new URL(wanted, here)
  return url.origin === here && /^\/(ro|en)(\/|$)/.test(url.pathname) ? url.pathname + url.search + url.hash : null
}

const here = 'https://desk.invalid'
