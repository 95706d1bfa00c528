/**
 * Exported by a route as `handle`: this page, or every page below this layout, sends script. Without it a page sends
 * none: its links and forms are the browser's own.
 */
export const livePage = { live: true } as const

/** Whether any of a page's routes asked for script, by their handles. */
export function isLive(handles: readonly unknown[]): boolean {
  return handles.some((handle) => (handle as { live?: boolean } | undefined)?.live === true)
}
