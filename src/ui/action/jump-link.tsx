import type { MouseEvent, ReactNode } from 'react'

/**
 * Leads to a place on this page and puts the focus there. With script the address stays as it is: to the router a new
 * address is a new visit, and what a form was sent back with would be gone.
 */
export function JumpLink({
  id,
  className = 'link',
  children,
}: {
  id: string
  className?: string
  children: ReactNode
}) {
  function jump(event: MouseEvent) {
    const place = document.getElementById(id)
    if (!place) return
    event.preventDefault()
    const target = place.matches('fieldset') ? place.querySelector<HTMLElement>('input') : place
    target?.focus({ preventScroll: true })
    place.scrollIntoView({ block: 'center' })
  }
  return (
    <a href={`#${id}`} onClick={jump} className={className}>
      {children}
    </a>
  )
}
