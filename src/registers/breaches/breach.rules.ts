/** The clock of Art. 33(1): 72 hours, counted in hours from the discovery, through nights and holidays. Pure. */
export const hoursToNotify = 72
const hour = 3_600_000

export function dueAt(discoveredAt: Date): Date {
  return new Date(discoveredAt.getTime() + hoursToNotify * hour)
}

/** Whole hours left, rounded down; negative when they are over. */
export function hoursLeft(discoveredAt: Date, now: Date): number {
  return Math.floor((dueAt(discoveredAt).getTime() - now.getTime()) / hour)
}

export function isLate(discoveredAt: Date, at: Date): boolean {
  return at.getTime() > dueAt(discoveredAt).getTime()
}
