/** How fast this machine is just now: a fixed piece of work like ours, to tell a slow program from a busy neighbour. */

const rows = Array.from({ length: 200 }, (_, n) => ({
  id: `row-${n}`,
  at: new Date(n),
  words: 'Bună ziua '.repeat(9),
  n,
}))

/** Milliseconds of processor time that it takes; a machine with nothing else to do needs the least. */
export function yardstick(): number {
  const before = process.cpuUsage()
  let length = 0
  for (let turn = 0; turn < 60; turn++) {
    const copy = JSON.parse(JSON.stringify(rows)) as typeof rows
    length += new Map(copy.map((row) => [row.id, row.words.toUpperCase()])).size
  }
  const { user, system } = process.cpuUsage(before)
  return length > 0 ? (user + system) / 1000 : Number.NaN
}
