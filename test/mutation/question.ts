/** One thing that the running system can be asked, and how its answer becomes a line that somebody can read and agree to. */

/** Notes one decision: what was asked, and the answer. */
export type Note = (what: string, value: unknown) => void

export interface Question {
  /** The table that it is about; `policy`: about all of them, or none. */
  readonly about: string
  /** @throws whatever keeps the program from answering at all */
  ask(note: Note): void
}

/** By "table | what", or "policy | what". */
export type Decisions = Map<string, string>

export function answersTo(question: Question): Decisions {
  const found: Decisions = new Map()
  question.ask((what, value) => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
    found.set(`${question.about} | ${what}`, text.replaceAll('\n', ' '))
  })
  return found
}

/** SQL on one line. */
export function readable(sql: string): string {
  return sql.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim()
}

/** What stands between a function's quotes, on one line. */
export function bodyOf(sql: string): string {
  return readable(sql.split('$$')[1] ?? sql)
}
