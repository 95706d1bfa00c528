import { Component, type ReactNode } from 'react'

interface Held {
  readonly field: Element
  readonly top: number
}

/**
 * Around what grows while the page is open: the field in which somebody writes stays where it is in the window, when something
 * new appears above it. Whoever writes nowhere, or has scrolled away from the field, keeps their place as the browser does it.
 */
export class Steady extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): Held | null {
    const field = document.activeElement
    if (!field?.matches('textarea, input')) return null
    const { top, bottom } = field.getBoundingClientRect()
    return bottom > 0 && top < innerHeight ? { field, top } : null
  }

  override componentDidUpdate(_props: unknown, _state: unknown, held: Held | null): void {
    const moved = held?.field.isConnected ? held.field.getBoundingClientRect().top - held.top : 0
    if (held && Math.abs(moved) >= 1) scrollerOf(held.field)?.scrollBy({ top: moved, behavior: 'instant' })
  }

  override render(): ReactNode {
    return this.props.children
  }
}

function scrollerOf(field: Element): Element | null {
  for (let one = field.parentElement; one; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  }
  return document.scrollingElement
}
