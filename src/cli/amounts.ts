const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** "38.2 MB" */
export function bytes(count: number): string {
  let at = 0
  let amount = count
  while (amount >= 1000 && at < units.length - 1) {
    amount /= 1000
    at += 1
  }
  return `${at === 0 ? amount : amount.toFixed(1)} ${units[at]}`
}

/** "2026-12-26" */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
