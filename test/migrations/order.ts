/**
 * Migrations only go forward: a database that has had a higher number refuses a lower one, and with it the whole update. So what
 * is added later has a higher number than all that was there. (The first 180 were numbered by capability, before anybody ran them.)
 */
const settled = [170, 180]

/** Names in the order in which they were added. Answers those that no database of before would take. */
export function late(names: readonly string[]): string[] {
  const places = settled.map((number) => names.findIndex((name) => numberOf(name) === number))
  if (places.includes(-1)) return []
  let highest = Math.max(...settled)
  return names.slice(Math.max(...places) + 1).filter((name) => {
    const isLate = numberOf(name) < highest
    highest = Math.max(highest, numberOf(name))
    return isLate
  })
}

const numberOf = (name: string) => Number(name.slice(0, 4))
