import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../action/button.tsx'
import { Notice } from '../text/notice.tsx'

/** In place of a form that only somebody may send who has just shown who they are: leads there and back to `to`. */
export function ProveFirst({ to, children }: { to: string; children: ReactNode }) {
  const again = `/sign-in/again?to=${encodeURIComponent(to)}`
  return (
    <Notice
      tone="wait"
      title={m.ui_prove_first_title()}
      action={<LinkButton to={again}>{m.ui_prove_first_button()}</LinkButton>}
    >
      {children}
    </Notice>
  )
}
