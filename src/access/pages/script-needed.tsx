import type { ReactNode } from 'react'
import { Notice } from '../../ui/text/notice.tsx'

/** Said where the browser itself must encrypt or decrypt, to browsers that run no script. */
export function ScriptNeeded({ children }: { children: ReactNode }) {
  return (
    <noscript>
      <div className="mb-4">
        <Notice tone="wait">{children}</Notice>
      </div>
    </noscript>
  )
}
