const longestSubject = 80

/** The first line of what they wrote, cut at a word. */
export function subjectOf(message: string): string {
  const line = (message.split('\n')[0] ?? '').replaceAll(/\s+/g, ' ').trim()
  if (line.length <= longestSubject) return line
  const cut = line.slice(0, longestSubject)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestSubject / 2))}…`
}
