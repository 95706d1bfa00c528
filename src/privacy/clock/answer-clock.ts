/**
 * By when a request about data has to be answered: Article 12(3) GDPR, counted as Regulation 1182/71 counts. One month
 * from the day after receipt, two more at most when that is told within the first. The clock stands still only while a
 * genuine doubt about who asks is unanswered (Art. 12(6)). Pure.
 */
import { addDays, addMonths, type CivilDay, civilDayOf, daysBetween } from './civil-day.ts'
import { workingDayFrom } from './holidays.ts'

/** From the asking after who it is to the answer; null while there is none. */
export interface Pause {
  readonly from: Date
  readonly to: Date | null
}

export interface ClockFacts {
  readonly receivedAt: Date
  /** When the person was told that it takes longer; null when they were not. */
  readonly extendedAt: Date | null
  /** In the order in which they began, one after the other. */
  readonly pauses: readonly Pause[]
  /** Of the provider: its public holidays move a last day. ISO 3166. */
  readonly country: string
}

export interface AnswerClock {
  /** The last day for the answer; null while the clock stands still. */
  readonly dueOn: CivilDay | null
  /** The last day of the first month, until which an extension can be told; null while the clock stands still. */
  readonly extendableUntil: CivilDay | null
  readonly pausedSince: Date | null
  /** Days that the clock stood still. */
  readonly pausedDays: number
}

const firstMonths = 1
const extendedMonths = 3

export function answerClock(facts: ClockFacts): AnswerClock {
  const first = period(facts, firstMonths)
  const whole = facts.extendedAt && isInTime(facts.extendedAt, first.dueOn) ? period(facts, extendedMonths) : first
  return { ...whole, extendableUntil: first.dueOn }
}

/** Whether an extension may still be told: once, within the first month. */
export function canExtend(facts: ClockFacts, now: Date): boolean {
  if (facts.extendedAt !== null) return false
  const { extendableUntil } = answerClock(facts)
  return extendableUntil !== null && civilDayOf(now) <= extendableUntil
}

/** Working days are not counted: how many days are left, today included; negative when overdue; null while it stands still. */
export function daysLeft(clock: AnswerClock, now: Date): number | null {
  return clock.dueOn === null ? null : daysBetween(civilDayOf(now), clock.dueOn)
}

function isInTime(at: Date, dueOn: CivilDay | null): boolean {
  return dueOn === null || civilDayOf(at) <= dueOn
}

function period({ receivedAt, pauses, country }: ClockFacts, months: number): Omit<AnswerClock, 'extendableUntil'> {
  const end = addMonths(civilDayOf(receivedAt), months)
  let dueOn = workingDayFrom(end, country)
  let pausedDays = 0
  for (const { from, to } of pauses) {
    // Asking who it is once the time is over gives no time back.
    if (civilDayOf(from) > dueOn) continue
    if (to === null) return { dueOn: null, pausedSince: from, pausedDays }
    pausedDays += daysBetween(civilDayOf(from), civilDayOf(to))
    dueOn = workingDayFrom(addDays(end, pausedDays), country)
  }
  return { dueOn, pausedSince: null, pausedDays }
}
