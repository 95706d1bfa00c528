/** What other capabilities may use of the letters. */
export { releaseLetters } from './release-letters.ts'
