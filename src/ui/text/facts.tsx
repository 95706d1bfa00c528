import type { ReactNode } from 'react'

export interface Fact {
  readonly term: ReactNode
  readonly value: ReactNode
  /** Quiet, beside it: purpose and period, or where it came from. */
  readonly note?: ReactNode
}

/** Facts about one thing: what it is called, what it is, and what is to be known about that. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="@container border-t border-line">
      {items.map((fact, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: facts are not reordered
          key={index}
          className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 @min-[34rem]:grid-cols-[minmax(8rem,13rem)_1fr]"
        >
          <dt className="text-small text-quiet @min-[34rem]:pt-px">{fact.term}</dt>
          <dd className="min-w-0 break-words">
            {fact.value}
            {fact.note && <span className="mt-0.5 block max-w-prose text-small text-quiet">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
