/**
 * Content security policy of a page. A page without script allows none at all; nothing is loaded from elsewhere.
 * `hotReload` is the address of the development server's socket.
 */
export function contentPolicy(page: { nonce: string; live: boolean; hotReload?: string | undefined }): string {
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
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ')
}
