import { useEffect, useRef } from 'react'

/**
 * Where what had the focus has gone from the window (a form that was sent, a field no longer asked for), the window itself gets
 * it: whoever uses the keyboard or a screen reader goes on from there, and not from the beginning of the page around it.
 * @param state changes when parts of the window come and go
 */
export function useFocusKept(state: string): void {
  const known = useRef(state)
  useEffect(() => {
    if (known.current === state) return
    known.current = state
    if (document.hasFocus() && document.activeElement === document.body)
      document.getElementById('content')?.focus({ preventScroll: true })
  }, [state])
}
