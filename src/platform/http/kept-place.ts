/** The field that carries what was typed past a sign-in, first in its form. */
export const keptField = 'carried'
/** The field by which a form of a desk says who saw it. */
export const writerField = 'writer'
/** What `<Form>` adds to what people write. */
export const ownFields: ReadonlySet<string> = new Set(['formId', 'said', writerField, keptField])

/** A page of a desk, whose forms are kept: by its path, with or without what is asked of it. */
export function isDeskPlace(place: string): boolean {
  return /^\/(desk|staff)(\/|\?|$)/.test(place)
}

/** Where a form goes instead when its sender must sign in, or again: `back` is the form's own page. */
export function keptPlace(back: string, again = false): string {
  return `/sign-in/kept?${new URLSearchParams({ ...(again ? { again: '1' } : {}), to: back })}`
}

/** The same for the address of a sign-in page with its `to`; null for any other address. */
export function keptPlaceOf(signIn: string): string | null {
  const [path, query] = signIn.split('?')
  const back = new URLSearchParams(query).get('to')
  if (!back || (path !== '/sign-in' && path !== '/sign-in/again')) return null
  return keptPlace(back, path === '/sign-in/again')
}
