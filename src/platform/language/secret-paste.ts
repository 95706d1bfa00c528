/** Text that looks as if it held a secret, which is better handed over as a deposit. It warns and never blocks. */

export const secretKinds = ['private_key', 'password', 'token', 'connection_string'] as const
export type SecretKind = (typeof secretKinds)[number]

const signs: Readonly<Record<Exclude<SecretKind, 'password'>, RegExp>> = {
  private_key: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d|AGE-SECRET-KEY-1/,
  token:
    /(?<![A-Za-z0-9])(?:AKIA[0-9A-Z]{16}|gh[opsu]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|glpat-[\w-]{20,}|xox[abpr]-[\w-]{10,}|sk[-_](?:live|test|ant|proj)[-_][\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/,
  connection_string: /\b[a-z][a-z0-9+]{1,15}:\/\/[^\s:/@]{1,64}:[^\s:/@]{3,128}@[\w.-]/i,
}

/** A word for a password, at most two words about whose it is, a sign or "is", and what stands there. */
const named =
  /(?<![\p{L}\p{N}])(?:parol[aăe]i?|pass(?:word|wd|phrase|code)?|pwd)(?: \p{L}{1,12}){0,2}(?: (?:este|e|is) | ?(?:\([^()\n]{0,40}\))? ?[:=]\s{0,3})["'«„]?([^\s"']{4,64})/giu

/** What kinds of secret a text seems to hold; empty for nearly every text. */
export function secretsIn(text: string): SecretKind[] {
  const plain = text.slice(0, 50_000)
  return secretKinds.filter((kind) => (kind === 'password' ? hasPassword(plain) : signs[kind].test(plain)))
}

/** A plain word after "password:" is talk; a digit, a sign or a capital inside of it makes it look like the thing itself. */
function hasPassword(text: string): boolean {
  for (const [, value = ''] of text.matchAll(named)) {
    const word = value.replace(/[.,;:!?)]+$/, '')
    if (word.length >= 4 && /[\p{N}\p{P}\p{S}]|.\p{Lu}/u.test(word)) return true
  }
  return false
}
