import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { Section } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import { AnswerLetter } from './answer-letter.tsx'
import { answerWords, type RequestView } from './request-words.ts'

export type Answer = RequestView['answers'][number]

interface AnswersProps {
  answers: readonly Answer[]
  /** How the letter is taken along: links where one is signed in, buttons where a pass must go with it. */
  files: (answer: Answer) => ReactNode
  decidedBy?: readonly (string | null)[]
}

/** What was answered, as it was sent, the newest first. */
export function Answers({ answers, files, decidedBy }: AnswersProps) {
  if (answers.length === 0) return null
  const shown = answers.map((answer, at) => ({ answer, by: decidedBy?.[at] ?? null })).toReversed()
  return (
    <Section title={m.rights_answers_title()}>
      <div className="grid gap-8">
        {shown.map(({ answer, by }) => (
          <article key={answer.id} className="grid gap-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h3 className="font-semibold">
                {answerWords[answer.kind]()}{' '}
                <span className="text-small font-normal text-quiet">
                  <When at={answer.at} />
                  {by && ` · ${by}`}
                </span>
              </h3>
              {answer.document && <div className="flex flex-wrap gap-x-4 text-small">{files(answer)}</div>}
            </div>
            {answer.document ? (
              <AnswerLetter document={answer.document} />
            ) : (
              <p className="text-quiet">{m.rights_answers_gone()}</p>
            )}
          </article>
        ))}
      </div>
    </Section>
  )
}
