import { isValidElement, type ReactNode } from 'react'

/** What fields are called, by name, in the order in which they stand. Null: one that has no label. */
export type FieldLabels = Readonly<Record<string, string | null>>

/** What the fields of a form are called, by name: gathered while a server renders them, for the list of mistakes above them. */
export interface FieldNames {
  add(field: string, label: ReactNode): void
  /** All fields have been rendered. */
  close(): void
  readonly all: Promise<FieldLabels>
}

/** Null in a browser: there the labels stand on the page already. */
export function gatherNames(): FieldNames | null {
  if (typeof document !== 'undefined') return null
  const names: Record<string, string | null> = {}
  const { promise, resolve } = Promise.withResolvers<FieldLabels>()
  return {
    add(field, label) {
      names[field] ??= wordsOf(label).trim() || null
    },
    close: () => resolve(names),
    all: promise,
  }
}

/** The words of a label, whatever they are set in. Of a component within it nothing is known before it is rendered. */
export function wordsOf(label: ReactNode): string {
  if (typeof label === 'string' || typeof label === 'number') return String(label)
  if (Array.isArray(label)) return label.map(wordsOf).join('')
  return isValidElement<{ children?: ReactNode }>(label) ? wordsOf(label.props.children) : ''
}

/** The words over a field that stands on the page, without what is said beside them. Null where there is no such field. */
export function labelOnPage(id: string): string | null {
  const place = document.getElementById(id)
  const label = place instanceof HTMLFieldSetElement ? document.getElementById(`${id}-label`) : null
  const words = label ?? (place as HTMLInputElement | null)?.labels?.[0]
  const aside = words?.querySelector('[data-aside]')?.textContent ?? ''
  return words?.textContent.slice(0, aside.length > 0 ? -aside.length : undefined).trim() || null
}
