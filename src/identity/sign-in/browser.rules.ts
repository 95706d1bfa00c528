/** What a browser calls itself, in two words a person recognises. Nothing is guessed beyond that. */

export interface Browser {
  /** 'Firefox', 'Chrome', ... ; null when unknown. */
  readonly name: string | null
  /** 'Windows', 'Android', ... ; null when unknown. */
  readonly system: string | null
}

// The order matters: Edge and Opera say that they are Chrome, Chrome says that it is Safari.
const names: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Reads a User-Agent header. */
export function browserOf(userAgent: string | null | undefined): Browser {
  const text = (userAgent ?? '').slice(0, 500)
  return { name: first(names, text), system: first(systems, text) }
}

function first(table: readonly [RegExp, string][], text: string): string | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
