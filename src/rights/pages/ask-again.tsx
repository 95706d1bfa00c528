import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import type { Actor } from '../../privacy/operation/actor.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Notice } from '../../ui/text/notice.tsx'

/** A little under the ten minutes that the operations take, so that reading the page does not use it up. */
const freshEnough = 8 * 60_000

/** Whether the person proved who they are a moment ago. The operation asks again in any case. */
export function isFresh(actor: Actor): boolean {
  return 'freshAt' in actor && actor.freshAt !== null && Date.now() - actor.freshAt.getTime() < freshEnough
}

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
