export interface Folded {
  tell(): void
  /** Tells some time within so many ms. */
  tellWithin(most: number): void
  stop(): void
}

/**
 * Tells at once, and then at most once every `gap` ms. What comes in between is one more at its end: the last is never lost.
 */
export function folded(told: () => void, gap: number): Folded {
  let timer: NodeJS.Timeout | undefined
  /** For the sake of the others: who has news of their own does not wait for that. */
  let isForOthers = false
  let isMore = false
  function tell(): void {
    if (timer && !isForOthers) {
      isMore = true
      return
    }
    clearTimeout(timer)
    isMore = false
    wait(gap, false)
    told()
  }
  function tellWithin(most: number): void {
    isMore = true
    if (!timer) wait(Math.random() * most, true)
  }
  function wait(ms: number, forOthers: boolean): void {
    isForOthers = forOthers
    timer = setTimeout(after, ms)
    timer.unref()
  }
  function after(): void {
    timer = undefined
    if (!isMore) return
    isMore = false
    tell()
  }
  return {
    tell,
    tellWithin,
    stop() {
      clearTimeout(timer)
      isMore = false
    },
  }
}
