/** Card numbers in text: a run of digits of a card brand's length and first digits whose Luhn sum is right. */

interface Brand {
  readonly starts: RegExp
  readonly lengths: readonly number[]
}

const brands: readonly Brand[] = [
  { starts: /^4/, lengths: [13, 16, 19] },
  { starts: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { starts: /^3[47]/, lengths: [15] },
  { starts: /^(36|38|39|30[0-5])/, lengths: [14] },
  { starts: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { starts: /^(6011|64[4-9]|65|62)/, lengths: [16, 17, 18, 19] },
  { starts: /^(5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [16, 17, 18, 19] },
]

/** Digits, in groups parted by at most two spaces, dots or dashes; not inside a longer word, key or number. */
const digitRun = /(?<![\p{L}\p{N}_+/=])\d+(?:[\s.\-‐-―]{1,2}\d+)*(?![\p{L}\p{N}_+/=])/gu

export function hasCardNumber(text: string): boolean {
  for (const [run] of text.matchAll(digitRun)) {
    if (anyWindow(run.split(/\D+/))) return true
  }
  return false
}

/** Whole neighbouring groups, so that a year or a house number before the card does not hide it. */
function anyWindow(groups: readonly string[]): boolean {
  for (let first = 0; first < groups.length; first++) {
    let digits = ''
    for (let last = first; last < groups.length && digits.length < 19; last++) {
      digits += groups[last]
      if (isCardNumber(digits)) return true
    }
  }
  return false
}

function isCardNumber(digits: string): boolean {
  return brands.some((brand) => brand.lengths.includes(digits.length) && brand.starts.test(digits)) && luhn(digits)
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
