/** How many signed up from one network address within an hour. In memory only, and of the address only a keyed hash. */
import { createHmac, randomBytes } from 'node:crypto'

const hour = 3_600_000
const most = 10_000

export interface SignupCounter {
  /** Counts one and answers how many there were within the hour, this one included. */
  count(address: string | undefined, now: Date): number
}

/** The key is thrown away with the process, so that what is in memory leads to no address either. */
export function makeSignupCounter(): SignupCounter {
  const key = randomBytes(32)
  const seen = new Map<string, number[]>()
  return {
    count(address, now) {
      if (!address) return 1
      const name = createHmac('sha256', key).update(address).digest('base64url')
      const recent = (seen.get(name) ?? []).filter((at) => now.getTime() - at < hour).slice(-100)
      recent.push(now.getTime())
      seen.delete(name)
      seen.set(name, recent)
      // The oldest go first: a map keeps the order in which things came.
      for (const [other, times] of seen) {
        if (seen.size <= most && now.getTime() - (times.at(-1) ?? 0) < hour) break
        seen.delete(other)
      }
      return recent.length
    },
  }
}
