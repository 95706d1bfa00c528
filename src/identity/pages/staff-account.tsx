import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import type { showSecurity } from '../security/show-security.ts'
import type { Route } from './+types/staff-account.ts'
import { LanguageChoice, PlaceChoice } from './own-choices.tsx'
import { roleNames } from './role-words.ts'
import { browserFacts } from './sign-in-request.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor, person } = visit(context)
  const security = await call<typeof showSecurity>('security.show', { cookie: browserFacts(request).cookie })
  const { email, places, isStaff } = security
  return { name: person?.name ?? '', email, places, isStaff, roles: actor.kind === 'staff' ? [...actor.roles] : [] }
}

/** What a person of the staff sets for themselves. */
export default function StaffAccount({ loaderData }: Route.ComponentProps) {
  const { name, email, places, isStaff, roles } = loaderData
  return (
    <Page>
      <PageHeader
        title={name}
        windowTitle={m.identity_me_title()}
        action={
          <LinkButton look="quiet" to="/staff/account/security">
            {m.identity_security_title()}
          </LinkButton>
        }
      />
      <div className="grid gap-8">
        <Facts
          items={[
            { term: m.identity_email(), value: email },
            { term: m.identity_roles(), value: roleNames('staff', roles) },
          ]}
        />
        <LanguageChoice to="/staff/account" />
        <PlaceChoice places={places} isStaff={isStaff} actsAsStaff />
      </div>
    </Page>
  )
}
