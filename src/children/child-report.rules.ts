/** A report about a child: what can be said and decided, and by when. Pure. */
export const reportKinds = ['under_age', 'without_parent'] as const
/** How the staff came to know that it is a child: it wrote so itself, a parent or guardian confirmed it, something else shows it. */
export const knownWays = ['said_so', 'parent', 'other'] as const
export const outcomes = ['removed', 'nothing_found', 'no_child', 'parent_agrees', 'passed_on'] as const
/** What ends a report without a removal. */
export const leavings = [
  'nothing_found',
  'no_child',
  'parent_agrees',
  'passed_on',
] as const satisfies readonly Outcome[]

export type Outcome = (typeof outcomes)[number]

export const hoursToDecide = 24

export function dueOf(received: Date): Date {
  return new Date(received.getTime() + hoursToDecide * 3_600_000)
}

/** What the reporter is told: never whether somebody is on file, only whether something was removed. */
export function toldAs(outcome: Outcome): 'removed' | 'looked' {
  return outcome === 'removed' ? 'removed' : 'looked'
}

/** The addresses in what was written about whom, in small letters, each once. */
export function addressesIn(words: string): string[] {
  const found = words.match(/[^\s<>(),;:"]+@[^\s<>(),;:"]+\.[^\s<>(),;:".]+/g) ?? []
  return [...new Set(found.map((one) => one.toLowerCase()))]
}

/** The state of the clock: 1 when half of the time has gone, 2 when all of it has. */
export function reminderDue({ received_at, due_at }: { received_at: Date; due_at: Date }, now: Date): 0 | 1 | 2 {
  if (now >= due_at) return 2
  return now.getTime() >= (received_at.getTime() + due_at.getTime()) / 2 ? 1 : 0
}
