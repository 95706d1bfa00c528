/** IBANs in text (ISO 13616): a country, its length, and a remainder of 1 when divided by 97. */

const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 ' +
    'RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

const start = /(?<![\p{L}\p{N}_+/=])[a-z]{2}[\s-]?\d[\s-]?\d/giu

export function hasIban(text: string): boolean {
  for (const found of text.matchAll(start)) {
    const length = lengths[found[0].slice(0, 2).toUpperCase()]
    if (length !== undefined && isIban(take(text, found.index, length))) return true
  }
  return false
}

/** The next so many letters and digits, over single spaces and dashes; undefined when they run on or end too soon. */
function take(text: string, from: number, length: number): string | undefined {
  let taken = ''
  let at = from
  for (; at < text.length && taken.length < length; at++) {
    const character = text[at] as string
    if (/[a-z0-9]/i.test(character)) taken += character.toUpperCase()
    else if (!/[\s-]/.test(character) || /[\s-]/.test(text[at - 1] ?? '')) return undefined
  }
  const runsOn = /[\p{L}\p{N}_+/=]/u.test(text[at] ?? '')
  return taken.length === length && !runsOn ? taken : undefined
}

function isIban(characters: string | undefined): boolean {
  if (characters === undefined) return false
  const moved = characters.slice(4) + characters.slice(0, 4)
  let remainder = 0
  for (const character of moved) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}
