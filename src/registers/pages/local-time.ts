/**
 * What a `datetime-local` field says, told in the time of Bucharest, as the moment that it means; as typed when it says none.
 * An hour that comes twice is taken for its first time, so that a clock which runs from it is never an hour late.
 */
export function momentOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return text
  const guess = Date.parse(`${text}:00Z`)
  if (Number.isNaN(guess)) return text
  // An hour more than Bucharest is ever ahead: the offset before the change, where one lies near.
  const before = guess - offsetAt(new Date(guess - 4 * 3_600_000)) * 60_000
  const at = localOf(new Date(before)) === text ? before : guess - offsetAt(new Date(before)) * 60_000
  return new Date(at).toISOString()
}

/** A moment as a `datetime-local` field shows it. */
export function localOf(at: Date | string | null): string {
  if (at === null) return ''
  const time = new Date(at)
  return new Date(time.getTime() + offsetAt(time) * 60_000).toISOString().slice(0, 16)
}

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Bucharest',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Minutes that Bucharest is ahead of UTC at a moment. */
function offsetAt(at: Date): number {
  const said = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  const there = Date.parse(`${said.year}-${said.month}-${said.day}T${said.hour}:${said.minute}:00Z`)
  return Math.round((there - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000)
}
