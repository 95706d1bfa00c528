import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Prose } from '../../ui/text/prose.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showLetter } from '../show-letter.ts'
import type { Route } from './+types/letter.ts'
import { LetterStatus } from './letter-status.tsx'

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

export async function loader({ context, params }: Route.LoaderArgs) {
  const { holder, letterId } = params
  if (!isId(letterId) || !(holder === 'staff' || isId(holder))) throw nothingHere()
  const accountId = holder === 'staff' ? null : holder
  return visit(context).call<typeof showLetter>('letters.show', { letterId, accountId })
}

/** A captured letter as its reader would see it: words alone, nothing loaded from anywhere. */
export default function Letter({ loaderData }: Route.ComponentProps) {
  const { words, to, at, status, language } = loaderData
  return (
    <Page>
      <PageHeader
        title={words.subject}
        trail={[{ to: '/staff/letters', words: m.letters_title() }]}
        state={
          <>
            <LetterStatus status={status} />
            <When at={at} />
            <span>{to}</span>
          </>
        }
      />
      <article lang={language} className="max-w-form border-l-2 border-line pl-5">
        <Prose>
          {words.lines.map((line) => (
            <p key={line} className="whitespace-pre-line">
              {line}
            </p>
          ))}
        </Prose>
        {words.action && (
          <div className="my-6">
            <LinkButton to={words.action.url}>{words.action.label}</LinkButton>
            <p className="mt-2 break-all text-small text-quiet">{words.action.url}</p>
          </div>
        )}
        {words.after?.map((line) => (
          <p key={line} className="mt-3 text-small text-quiet">
            {line}
          </p>
        ))}
      </article>
    </Page>
  )
}
