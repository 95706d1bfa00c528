/** What of a subject tells which article may answer it. Pure. */
import { fold } from '../search/fold.ts'

export const suggestedAtOnce = 3
const mostWords = 8
const shortest = 3
const longestWord = 64

/** Words of every subject, in both languages: they say nothing of what it is about. Folded. */
const empty = new Set(
  (
    'and any are but can cannot does for from get has have help how its need not our please problem she that the then there this urgent was what when where which who why will with you your ' +
    'acest aceasta ajutor am are ati aveti avem bun buna cand care catre cea cel cele cei cum cui dar daca deja din dupa este eram fara fost iar imi inca intr intre isi mai mea meu merge nici noi noastra nostru nou noua nostri poate pentru pot prin problema rog sau sunt sus timp toate tot un una unde unei unui urgent va vreau'
  ).split(' '),
)

/**
 * The words that tell, each as a search query of its own, its end cut so that "serverul" finds "server" and "backups" finds
 * "backup". Holds letters, digits and the operators made here. Empty: nothing was said yet.
 */
export function wordsOf(subject: string): string[] {
  const words = (fold(subject).match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => [...word].length >= shortest && !empty.has(word),
  )
  const stems = words.map((word) => `'${stemOf(word)}':*`)
  return [...new Set(stems)].slice(0, mostWords)
}

/** Numbers and short words as they are; of longer ones at most three letters go, never below four. */
function stemOf(word: string): string {
  const letters = [...word]
  const kept = /\d/.test(word) ? letters.length : Math.max(4, letters.length - (letters.length > 6 ? 3 : 2))
  return letters.slice(0, Math.min(longestWord, kept)).join('')
}

/** How many points an article needs: of several words one alone, deep in a text, is chance. */
export function leastOf(words: readonly string[]): number {
  return words.length >= 2 ? 2 : 1
}
