import { visit } from '../../platform/http/visit.ts'
import { countryName } from '../../platform/language/countries.ts'
import { day } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { listPeople } from '../account/list-people.ts'
import type { showAccount } from '../account/show-account.ts'
import type { showSecurity } from '../security/show-security.ts'
import type { Route } from './+types/account.ts'
import { LanguageChoice, PlaceChoice } from './own-choices.tsx'
import { roleNames } from './role-words.ts'
import { browserFacts } from './sign-in-request.ts'
import { StatusWord } from './status-word.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const [account, { people }, { places, isStaff }] = await Promise.all([
    call<typeof showAccount>('account.show', {}),
    call<typeof listPeople>('people.list', {}),
    call<typeof showSecurity>('security.show', { cookie: browserFacts(request).cookie }),
  ])
  const isOwner = actor.kind === 'member' && actor.roles.includes('owner')
  return { account, people, places, isStaff, isOwner, done: new URL(request.url).searchParams.get('done') }
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const { account, people, places, isStaff, isOwner, done } = loaderData
  const invite = isOwner && <LinkButton to="/desk/account/invite">{m.identity_invite()}</LinkButton>
  return (
    <Page>
      <PageHeader
        title={account.name}
        windowTitle={m.identity_account_title()}
        state={m.identity_account_state()}
        action={invite}
      />
      {done && doneWords[done] && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneWords[done]()} />
        </div>
      )}
      <Section title={m.identity_people()}>
        <Table
          label={m.identity_people()}
          rows={people}
          rowKey={(person) => person.personId}
          {...(isOwner ? { rowTo: (person: { personId: string }) => `/desk/account/people/${person.personId}` } : {})}
          columns={[
            {
              key: 'name',
              head: m.identity_name(),
              cell: (person) => (person.isMe ? m.identity_name_you({ name: person.name }) : person.name),
              phone: 'title',
              wide: true,
            },
            { key: 'email', head: m.identity_email(), cell: (person) => person.email ?? '' },
            { key: 'roles', head: m.identity_roles(), cell: (person) => roleNames('member', person.roles) },
            { key: 'status', head: m.identity_status(), cell: (person) => <StatusWord status={person.status} /> },
            {
              key: 'since',
              head: m.identity_since_head(),
              cell: (person) =>
                person.since && (
                  <span className="whitespace-nowrap">{m.identity_since({ day: day(person.since) })}</span>
                ),
              end: true,
            },
          ]}
        />
      </Section>
      <Section title={m.identity_company_details()}>
        <Facts
          items={[
            { term: m.identity_company(), value: account.name },
            ...(account.taxNumber ? [{ term: m.identity_tax_number(), value: account.taxNumber }] : []),
            {
              term: m.identity_address(),
              value: [account.address, account.city, account.postalCode, countryName(account.country, getLocale())]
                .filter(Boolean)
                .join(', '),
            },
            ...(account.phone ? [{ term: m.identity_phone(), value: account.phone }] : []),
            { term: m.identity_client_since(), value: day(account.since) },
          ]}
        />
      </Section>
      <Section title={m.identity_yours()}>
        <div className="grid justify-items-start gap-6">
          <LinkButton look="quiet" to="/desk/account/security">
            {m.identity_security_title()}
          </LinkButton>
          <LanguageChoice to="/desk/account" />
          <PlaceChoice places={places} isStaff={isStaff} actsAsStaff={false} />
        </div>
      </Section>
    </Page>
  )
}

const doneWords: Record<string, () => string> = {
  invited: () => m.identity_done_invited(),
  roles: () => m.identity_done_roles(),
  ended: () => m.identity_done_ended(),
}
