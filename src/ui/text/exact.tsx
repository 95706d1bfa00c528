import type { ReactNode } from 'react'

/** A host name, a key, a fingerprint: what must be read letter by letter. */
export function Exact({ children }: { children: ReactNode }) {
  return <code className="break-all rounded-[3px] bg-sunk px-1 py-0.5">{children}</code>
}
