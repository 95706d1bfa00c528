/** Who waits for news of what, in the memory of this process. */
import { type Folded, folded } from './fold.ts'

/**
 * A topic is a path of words with a colon between them: `ticket:<account>:<ticket>`. One that ends with a colon stands for
 * all that begin with it.
 */
export type Topic = string

export interface NewsHub {
  /** Tells whoever follows the topic, or one that stands for it. */
  announce(topic: Topic): void
  /** Tells everybody, as something may have been missed: many of them one after the other, as each then reads a page. */
  announceAll(): void
  /**
   * Calls `told`, at most once every 200 ms, when there is something new; at once if there was within the last half minute,
   * as who follows has read what they know a moment before. `told` must not throw.
   * @returns what ends it
   */
  follow(topics: readonly Topic[], told: () => void): () => void
}

const GAP = 200
/** Milliseconds between two who are told that something may have been missed, and in which all are at the latest. */
const EACH = 5
const ALL_WITHIN = 5_000
const RECENT = 30_000
const MOST_RECENT = 10_000
/** No topic of ours is longer. Any role of the database may announce. */
const LONGEST = 200

export function makeNewsHub(clock: () => number = performance.now.bind(performance)): NewsHub {
  const followers = new Map<Topic, Set<Folded>>()
  let count = 0
  /** When each topic, and each that stands for it, was last announced: the oldest first. */
  const recent = new Map<Topic, number>()
  let missedAt = Number.NEGATIVE_INFINITY

  function remember(topic: Topic, now: number): void {
    recent.delete(topic)
    recent.set(topic, now)
    if (recent.size <= MOST_RECENT) return
    const [oldest] = recent
    if (!oldest) return
    recent.delete(oldest[0])
    // What is forgotten before its time might concern anybody.
    missedAt = Math.max(missedAt, oldest[1])
  }

  const isRecent = (topics: readonly Topic[]) => {
    const last = Math.max(missedAt, ...topics.map((topic) => recent.get(topic) ?? Number.NEGATIVE_INFINITY))
    return clock() - last < RECENT
  }

  return {
    announce(topic) {
      if (topic.length > LONGEST) return
      const now = clock()
      for (const one of withThoseAbove(topic)) {
        remember(one, now)
        for (const follower of followers.get(one) ?? []) follower.tell()
      }
    },
    announceAll() {
      missedAt = clock()
      const within = Math.min(count * EACH, ALL_WITHIN)
      for (const some of followers.values()) for (const follower of some) follower.tellWithin(within)
    },
    follow(topics, told) {
      const follower = folded(told, GAP)
      let isFollowing = true
      count++
      for (const topic of topics) followers.set(topic, (followers.get(topic) ?? new Set()).add(follower))
      if (isRecent(topics)) follower.tell()
      return () => {
        if (!isFollowing) return
        isFollowing = false
        count--
        follower.stop()
        for (const topic of topics) {
          const some = followers.get(topic)
          some?.delete(follower)
          if (some?.size === 0) followers.delete(topic)
        }
      }
    },
  }
}

/** "a:b:c" with "a:" and "a:b:". */
function withThoseAbove(topic: Topic): Topic[] {
  const all = [topic]
  for (let at = topic.indexOf(':'); at >= 0; at = topic.indexOf(':', at + 1)) {
    if (at < topic.length - 1) all.push(topic.slice(0, at + 1))
  }
  return all
}
