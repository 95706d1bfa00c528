import { redirect } from 'react-router'
import { problemOf } from '../../platform/http/problem.ts'
import { typedIn } from '../../platform/http/typed-in.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { askedMark, askedTexts } from '../choice/asked.ts'
import { choiceIn, recordChoice } from '../choice/choice-request.ts'
import { choiceStands } from '../choice/choice-stands.ts'
import type { listOwnChoices } from '../choice/list-own-choices.ts'
import { visitorState } from '../choice/visitor-state.ts'
import type { showLists } from '../policy/show-lists.ts'
import type { Route } from './+types/cookies.ts'
import { backTo } from './back-to.ts'
import { ChoiceDone } from './choice-done.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { OwnChoices } from './own-choices.tsx'
import { PolicyTable } from './policy-table.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, locale, origin, actor } = visit(context)
  const { cookies } = await call<typeof showLists>('policy.lists', { language: locale })
  const state = visitorState(request.headers, new Date())
  const stands = choiceStands(state)
  const { choices } = stands.visitorId
    ? await call<typeof listOwnChoices>('visitor.choices', { visitorId: stands.visitorId })
    : { choices: [] }
  return {
    origin,
    cookies,
    stands,
    choices,
    done: new URL(request.url).searchParams.get('done'),
    isSignedIn: actor.kind !== 'visitor',
    texts: askedTexts(locale),
    asked: askedMark(),
  }
}

/** Every form about optional cookies ends here: the bar, the footer and this page's own. */
export async function action({ context, request }: Route.ActionArgs) {
  const here = visit(context)
  const form = await request.formData()
  const page = `/${here.locale}/cookies`
  const to = backTo(typedIn(form)('to')) ?? page
  const now = new Date()
  const choice = choiceIn(form, visitorState(request.headers, now), to)
  if (!choice) throw redirect(page)
  const lines = await recordChoice(here, choice, now).catch((thrown: unknown) => {
    // What was read is no longer what is asked: the page shows the new words, and nothing was decided.
    if (problemOf(thrown)?.fields?.asked) throw redirect(`${page}?done=changed#choice`)
    throw thrown
  })
  const headers = new Headers()
  for (const line of lines) headers.append('set-cookie', line)
  const isHere = to.split(/[?#]/)[0] === page
  throw redirect(isHere ? `${page}?done=${choice.method}#choice` : to, { status: 303, headers })
}

export default function CookiesPage({ loaderData }: Route.ComponentProps) {
  const { origin, cookies, stands, choices, done, isSignedIn, texts, asked } = loaderData
  return (
    <Page>
      <PublicHead
        title={m.site_cookies_title()}
        description={m.site_cookies_description()}
        origin={origin}
        path="/cookies"
      />
      <PageHeader title={m.site_cookies_title()} windowTitle="" />
      <ChoiceDone done={done} />
      <p className="mb-6 max-w-prose">{m.site_cookies_lead()}</p>
      <Section id="choice" title={m.site_choice_title()}>
        <ChoiceForm stands={stands} texts={texts} asked={asked} isSignedIn={isSignedIn} />
      </Section>
      <Section title={m.site_cookies_all()}>
        <PolicyTable name="cookies" rows={cookies} />
        <p className="mt-3 max-w-prose text-quiet">{m.site_cookies_tab()}</p>
      </Section>
      {choices.length > 0 && (
        <Section title={m.site_choice_record()}>
          <OwnChoices choices={choices} texts={texts} />
        </Section>
      )}
      <Section title={m.site_cookies_refuse()}>
        <p className="max-w-prose">{m.site_cookies_refuse_text()}</p>
      </Section>
    </Page>
  )
}
