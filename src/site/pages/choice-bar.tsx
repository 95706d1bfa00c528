import { getLocale, m } from '../../platform/language/words.ts'
import type { AskedText } from '../choice/asked.ts'
import { AgreeOrNot, ChoiceFields } from './choice-parts.tsx'

export interface Question {
  readonly texts: readonly AskedText[]
  readonly asked: string
}

/**
 * The question about optional cookies, on every public page until it is answered. It stands in the page like anything
 * else there: it covers nothing, takes no focus and waits for as long as it must.
 */
export function ChoiceBar({ question: { texts, asked }, path }: { question: Question; path: string }) {
  const page = `/${getLocale()}/cookies`
  return (
    <section aria-labelledby="choice-bar" className="border-b border-line bg-sunk print:hidden">
      <form
        method="post"
        action={page}
        className="mx-auto grid w-full max-w-page gap-x-10 gap-y-3 px-4 py-4 sm:px-6 lg:grid-cols-[minmax(0,1fr)_19rem] lg:items-center lg:px-8"
      >
        <div className="max-w-prose text-small">
          <h2 id="choice-bar" className="text-body font-semibold">
            {m.site_choice_bar_title()}
          </h2>
          {texts.map(({ purpose, title, body }) => (
            <p key={purpose} className="mt-0.5">
              <b className="font-medium">{title}.</b> {body}
            </p>
          ))}
          <p className="mt-0.5 text-quiet">{m.site_choice_bar_before()}</p>
        </div>
        <div>
          <AgreeOrNot />
          <p className="mt-2 text-center text-small">
            <a href={`${page}#choice`} className="link inline-block py-1">
              {m.site_choice_one_by_one()}
            </a>
          </p>
        </div>
        <ChoiceFields surface="bar" to={path} asked={asked} />
      </form>
    </section>
  )
}
