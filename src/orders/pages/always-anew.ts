/**
 * Exported by a page as `shouldRevalidate`: what it shows is read again also after an answer that refused (by itself the
 * router reads nothing again then), so that a page that says "look where it stands now" shows where it stands now.
 */
export function alwaysAnew(): boolean {
  return true
}
