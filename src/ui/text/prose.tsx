import type { ReactNode } from 'react'

/** Text to be read through: a policy, an article, a letter. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose max-w-prose">{children}</div>
}
