const longest = 120

/**
 * A file's name as it may be kept, shown and given to a browser: no folder, no control or direction-changing character,
 * no leading dot, not empty, at most 120 characters with its ending kept.
 */
export function safeFileName(given: string): string {
  const name = given
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu, '')
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '')
  return shortened(name) || 'file'
}

function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= longest) return name
  const dot = letters.lastIndexOf('.')
  const ending = dot > 0 && letters.length - dot <= 16 ? letters.slice(dot) : []
  return [...letters.slice(0, longest - ending.length), ...ending].join('').trim()
}

/** RFC 6266: an ASCII name for old programs, and the true one. Always a download, never a page of ours. */
export function contentDisposition(name: string): string {
  const ascii =
    name
      .normalize('NFKD')
      .replaceAll(/[^\x20-\x7e]/g, '')
      .replaceAll(/["\\%]/g, '_') || 'file'
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
