/** What the address of a list of articles asks for. */
export function askedOf(request: Request) {
  const asked = new URL(request.url).searchParams
  return {
    q: (asked.get('q') ?? '').slice(0, 200),
    dropped: asked.has('dropped'),
    after: asked.get('after'),
  }
}

/** The same as the lists of articles take it. */
export function listing({ q, after }: { readonly q: string; readonly after: string | null }) {
  return { ...(q ? { q } : {}), ...(after ? { after } : {}) }
}

/** The address of the page of a list that begins after a key; of its first page without one. */
export function pageOf(
  { q, dropped }: { readonly q: string; readonly dropped?: boolean },
  after: string | null,
): string {
  return `?${new URLSearchParams({ ...(q ? { q } : {}), ...(dropped ? { dropped: '' } : {}), ...(after ? { after } : {}) })}`
}
