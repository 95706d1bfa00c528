export interface Folded {
  tell(): void
  stop(): void
}

/**
 * Tells at once, and then at most once every `gap` ms. What comes in between is one more at its end: the last is never lost.
 */
export function folded(told: () => void, gap: number): Folded {
  let timer: NodeJS.Timeout | undefined
  let isMore = false
  function tell(): void {
    if (timer) {
      isMore = true
      return
    }
    timer = setTimeout(after, gap)
    timer.unref()
    told()
  }
  function after(): void {
    timer = undefined
    if (!isMore) return
    isMore = false
    tell()
  }
  return {
    tell,
    stop() {
      clearTimeout(timer)
      isMore = false
    },
  }
}
