/**
 * Romanian personal numbers (CNP) in text. Nobody is asked for one to show who they are; what is given all the same is not
 * kept. Thirteen digits: sex and century, birth date, county, number, control digit.
 */
const weights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]
const candidate = /(?<![\p{L}\p{N}_])[1-9](?:[ .-]?\d){12}(?![\p{L}\p{N}_])/gu

export function hasPersonalNumber(text: string): boolean {
  return [...text.matchAll(candidate)].some(([found]) => isPersonalNumber(digitsOf(found)))
}

/** The text with `instead` in place of each personal number. */
export function withoutPersonalNumbers(text: string, instead: string): string {
  return text.replaceAll(candidate, (found) => (isPersonalNumber(digitsOf(found)) ? instead : found))
}

/** @param digits thirteen of them */
export function isPersonalNumber(digits: string): boolean {
  if (!/^[1-9]\d{12}$/.test(digits)) return false
  const [month, day, county] = [digits.slice(3, 5), digits.slice(5, 7), digits.slice(7, 9)].map(Number)
  if (!within(month, 1, 12) || !within(day, 1, 31) || !within(county, 1, 99)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0) % 11
  return Number(digits[12]) === (sum === 10 ? 1 : sum)
}

function within(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && value >= least && value <= most
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}
