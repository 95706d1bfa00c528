import type { ReactNode } from 'react'

/** Nothing here yet: one sentence that teaches the next step, and its button. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-y border-line py-10">
      <p className="max-w-prose text-quiet">{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
