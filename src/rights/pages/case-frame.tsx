import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { AskAgain } from './ask-again.tsx'
import { type Case, caseTitle, dueWords } from './case-words.ts'
import { outcomeWords } from './request-words.ts'

export function CaseState({ of }: { of: Pick<Case, 'outcome' | 'daysLeft'> }) {
  if (of.outcome !== null) return <StateWord tone="done">{outcomeWords[of.outcome]()}</StateWord>
  const { tone, words } = dueWords(of.daysLeft)
  return <StateWord tone={tone}>{words}</StateWord>
}

interface CaseStepProps {
  shown: Case
  title: string
  /** What is done here and what follows. */
  lead: ReactNode
  fresh: boolean
  /** This page, to come back to after proving who one is. */
  here: string
  /** Shown to who has just proved it. */
  children: ReactNode
}

/** One step of a request on a page of its own: what it does, said before it is done. */
export function CaseStep({ shown, title, lead, fresh, here, children }: CaseStepProps) {
  return (
    <Page>
      <PageHeader
        title={title}
        trail={[
          { to: '/staff/rights', words: m.rights_staff_title() },
          { to: `/staff/rights/${shown.id}`, words: caseTitle(shown) },
        ]}
        state={<CaseState of={shown} />}
      />
      <p className="mb-6 max-w-prose">{lead}</p>
      {shown.words && (
        <div className="mb-8">
          <Facts
            items={[{ term: m.rights_note_words(), value: <span className="whitespace-pre-line">{shown.words}</span> }]}
          />
        </div>
      )}
      {fresh ? children : <AskAgain to={here}>{m.rights_case_again()}</AskAgain>}
    </Page>
  )
}
