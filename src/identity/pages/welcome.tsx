import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { Route } from './+types/welcome.ts'

export function loader({ context }: Route.LoaderArgs) {
  return { provider: visit(context).provider?.name ?? 'Zavor' }
}

/** The first page after setting up: three things to try. */
export default function Welcome({ loaderData }: Route.ComponentProps) {
  const tries = [
    { to: '/staff/services', title: m.identity_try_services(), words: m.identity_try_services_words() },
    { to: '/staff/team/invite', title: m.identity_try_team(), words: m.identity_try_team_words() },
    { to: `/${getLocale()}/register`, title: m.identity_try_client(), words: m.identity_try_client_words() },
  ]
  return (
    <Page>
      <PageHeader
        title={m.identity_welcome_title({ provider: loaderData.provider })}
        state={<p className="max-w-prose">{m.identity_welcome_lead()}</p>}
      />
      <ol className="border-t border-line">
        {tries.map((one, at) => (
          <li key={one.to} className="grid grid-cols-[2rem_1fr] gap-x-3 border-b border-line py-5">
            <span className="text-title text-quiet tabular">{at + 1}</span>
            <div>
              <p className="text-lead">
                <TextLink to={one.to}>{one.title}</TextLink>
              </p>
              <p className="mt-1 max-w-prose text-quiet">{one.words}</p>
            </div>
          </li>
        ))}
      </ol>
    </Page>
  )
}
