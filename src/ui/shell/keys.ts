const setting = 'keys'

export function keysAreOn(): boolean {
  return localStorage.getItem(setting) !== 'off'
}

/** Kept in this browser: single keys can be in the way of speech input and of slips of the hand. */
export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(setting)
  else localStorage.setItem(setting, 'off')
}

/** `j` and `k` walk the rows of a list, `/` goes to its search, `?` opens the overview. */
export function onKey(event: KeyboardEvent, showOverview: () => void): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  const at = event.target
  if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable], dialog')) return
  if (!'jk/?'.includes(event.key) || !keysAreOn()) return
  event.preventDefault()
  if (event.key === '?') showOverview()
  else if (event.key === '/') document.querySelector<HTMLElement>('[data-search]')?.focus()
  else step(event.key === 'j' ? 1 : -1)
}

function step(by: number): void {
  const targets = [...document.querySelectorAll<HTMLElement>('[data-row] .row-target')]
  const at = targets.indexOf(document.activeElement as HTMLElement)
  targets[at < 0 ? 0 : Math.min(targets.length - 1, Math.max(0, at + by))]?.focus()
}
