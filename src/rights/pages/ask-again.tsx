import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Notice } from '../../ui/text/notice.tsx'

/** Leads to proving who one is (P33) and back here, before anything is typed. */
export function AskAgain({ to, children }: { to: string; children: ReactNode }) {
  return (
    <div className="mb-8">
      <Notice
        tone="wait"
        title={m.rights_again_title()}
        action={<LinkButton to={`/sign-in/again?to=${encodeURIComponent(to)}`}>{m.rights_again_button()}</LinkButton>}
      >
        {children}
      </Notice>
    </div>
  )
}
