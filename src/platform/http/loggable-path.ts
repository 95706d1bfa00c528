/** A path as logs may hold it: what is long enough to be the token of a link stands there as an ellipsis. */
export function loggablePath(path: string): string {
  return path.replace(/[A-Za-z0-9_-]{40,}/g, '…')
}
