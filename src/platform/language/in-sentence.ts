/** Words that begin with a capital where they stand alone, as they stand within a sentence. */
export function inSentence(words: string): string {
  return words.charAt(0).toLocaleLowerCase('ro') + words.slice(1)
}
