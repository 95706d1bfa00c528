import type { ReactNode } from 'react'
import { getLocale, m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'

interface SignHeadProps {
  says: { readonly ro: string; readonly en: string }
  raisedAt: Date
  /** Where it leads, behind the time. */
  children?: ReactNode
}

/** What was seen, and when. */
export function SignHead({ says, raisedAt, children }: SignHeadProps) {
  return (
    <div>
      <p className="font-medium break-words">{says[getLocale()]}</p>
      <p className="text-small text-quiet">
        <When at={raisedAt} />
        {children}
      </p>
    </div>
  )
}

/** What somebody decided of it, before the reason. */
export function DecisionWord({ decision }: { decision: 'cleared' | 'confirmed' }) {
  return decision === 'cleared' ? (
    <StateWord tone="done">{m.fraud_cleared()}</StateWord>
  ) : (
    <StateWord tone="danger">{m.fraud_confirmed()}</StateWord>
  )
}
