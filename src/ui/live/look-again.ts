export interface Looking {
  /** Asks for a look: now, or as soon as none is under way and nothing else is. */
  ask(): void
  /** Whether a form is sent or a page opened at this moment: that look comes first. */
  setBusy(busy: boolean): void
  stop(): void
}

/**
 * Looks one after the other, never two at once, and at most one every `gap` ms. What is asked for during a look is one more
 * after it, as the look may have begun too early to see it.
 */
export function makeLooking(look: () => Promise<void>, gap: number): Looking {
  let isAsked = false
  let isBusy = false
  let isLooking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function next(): void {
    if (!isAsked || isBusy || isLooking || timer) return
    isAsked = false
    isLooking = true
    timer = setTimeout(() => {
      timer = undefined
      next()
    }, gap)
    // What went wrong is the page's to show.
    void look()
      .catch(() => {})
      .finally(() => {
        isLooking = false
        next()
      })
  }

  return {
    ask() {
      isAsked = true
      next()
    },
    setBusy(busy) {
      isBusy = busy
      next()
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      isAsked = false
    },
  }
}
