import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import type { listRequests } from '../request/list-requests.ts'
import type { Route } from './+types/requests.ts'
import { Authority } from './authority.tsx'
import { RequestTable } from './request-table.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  const listed = await visit(context).call<typeof listRequests>('request.list', { before })
  return { ...listed, later: before !== undefined }
}

export default function Requests({
  loaderData: { cases, next, later, privacyEmail, authority },
}: Route.ComponentProps) {
  const here = '/desk/privacy/requests'
  return (
    <Page>
      <PageHeader
        title={m.rights_requests_title()}
        trail={[{ to: '/desk/privacy', words: m.rights_title() }]}
        action={<LinkButton to={`${here}/new`}>{m.rights_requests_new()}</LinkButton>}
      />
      <p className="mb-6 max-w-prose">
        {m.rights_requests_lead()} {privacyEmail && m.rights_requests_how_else()}{' '}
        {privacyEmail && <TextLink to={`mailto:${privacyEmail}`}>{privacyEmail}</TextLink>}
      </p>
      <RequestTable cases={cases} />
      <Pager newer={later ? here : null} older={next && `${here}?before=${next}`} />
      <Section title={m.rights_not_right_title()}>
        <Authority authority={authority} />
      </Section>
    </Page>
  )
}
