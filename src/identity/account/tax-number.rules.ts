/** Romanian tax numbers (CIF): digits with a check digit, with or without RO before them. */

const weights = [7, 5, 3, 2, 1, 7, 5, 3, 2]

/** The digits of a tax number as typed ('RO 1234 5670', 'ro12345670'); null when it holds anything else. */
export function taxDigits(typed: string): string | null {
  const bare = typed.replaceAll(/[\s.-]/g, '').replace(/^ro/i, '')
  return /^\d{2,10}$/.test(bare) ? bare : null
}

/** Whether the check digit holds. */
export function isRomanianTaxNumber(typed: string): boolean {
  const digits = taxDigits(typed)
  if (digits === null || digits.startsWith('0')) return false
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1))
}

/** The check digit of a body of 1 to 9 digits: weights aligned right, sum × 10 mod 11, ten counts as nought. */
export function checkDigit(body: string): number {
  const offset = weights.length - body.length
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[offset + at] ?? 0), 0)
  return ((sum * 10) % 11) % 10
}

/** As stored: upper case, no blanks; for Romania RO is kept if it was typed. */
export function storedTaxNumber(typed: string): string {
  return typed.replaceAll(/[\s.-]/g, '').toUpperCase()
}
