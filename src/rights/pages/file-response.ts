interface File {
  readonly filename: string
  readonly contentType: string
  readonly content: Uint8Array<ArrayBuffer>
}

const never = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }

/** The letter of an answer: HTML to read in the browser, where nothing in it may run or load; PDF to keep. */
export function letterResponse({ filename, contentType, content }: File): Response {
  const isPage = contentType.startsWith('text/html')
  return new Response(content, {
    headers: {
      ...never,
      'content-type': contentType,
      'content-disposition': `${isPage ? 'inline' : 'attachment'}; filename="${filename}"`,
      ...(isPage
        ? {
            'content-security-policy':
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          }
        : {}),
    },
  })
}

/** The copy of the data, as it is made. */
export function archiveResponse({ filename, content }: { filename: string; content: ReadableStream }): Response {
  return new Response(content, {
    headers: {
      ...never,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${filename}"`,
    },
  })
}
