/**
 * Exported by a route as `handle`: this page, or every page below this layout, sends script. Without it a page sends
 * none: its links and forms are the browser's own.
 */
export const livePage = { live: true } as const

/** Whether any of a page's routes asked for script, by their handles. */
export function isLive(handles: readonly unknown[]): boolean {
  return handles.some((handle) => (handle as { live?: boolean } | undefined)?.live === true)
}

/** Beside it: this page may stand as a window inside other pages of ours, and of nobody else. */
export const framedPage = { framed: true } as const

/** This page, or every page below this layout, holds such a window. */
export const framingPage = { framing: true } as const

export function isFramed(handles: readonly unknown[]): boolean {
  return handles.some((handle) => (handle as { framed?: boolean } | undefined)?.framed === true)
}

export function isFraming(handles: readonly unknown[]): boolean {
  return handles.some((handle) => (handle as { framing?: boolean } | undefined)?.framing === true)
}
