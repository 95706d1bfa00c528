interface PageNeeds {
  readonly nonce: string
  /** It sends script. */
  readonly live: boolean
  /** It may stand inside of other pages of ours. */
  readonly framed?: boolean
  /** Such a page stands inside of it. */
  readonly framing?: boolean
  /** The address of the development server's socket. */
  readonly hotReload?: string | undefined
}

/**
 * Content security policy of a page. A page without script allows none at all; nothing is loaded from elsewhere.
 */
export function contentPolicy(page: PageNeeds): string {
  const reload = page.hotReload
  return [
    `default-src 'none'`,
    page.live ? `script-src 'self' 'nonce-${page.nonce}'` : reload ? `script-src 'self'` : `script-src 'none'`,
    // Vite puts styles into the page while developing.
    reload ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${page.nonce}'`,
    `img-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src 'self'${reload ? ` ${reload}` : ''}`,
    `form-action 'self'`,
    ...(page.framing ? [`frame-src 'self'`, `object-src 'self'`] : []),
    `frame-ancestors ${page.framed ? `'self'` : `'none'`}`,
    `base-uri 'none'`,
  ].join('; ')
}
