import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { listLooked } from '../looked/list-looked.ts'
import type { Route } from './+types/looked.ts'
import { Looks } from './looks.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const own = searchParams.get('own') === 'yes' ? 'yes' : 'no'
  const before = searchParams.get('before') ?? undefined
  return {
    own,
    later: before !== undefined,
    ...(await visit(context).call<typeof listLooked>('looked.list', { own, before })),
  }
}

export default function Looked({ loaderData }: Route.ComponentProps) {
  const { looks, own, next, later, staffThisMonth } = loaderData
  const here = '/desk/privacy/looked'
  const query = own === 'yes' ? 'own=yes&' : ''
  return (
    <Page>
      <PageHeader
        title={m.rights_looked_title()}
        trail={[{ to: '/desk/privacy', words: m.rights_title() }]}
        state={m.rights_looked_month({ count: staffThisMonth })}
      />
      <TabLinks
        label={m.rights_looked_title()}
        items={[
          { to: here, words: m.rights_looked_others(), current: own === 'no' },
          { to: `${here}?own=yes`, words: m.rights_looked_everybody(), current: own === 'yes' },
        ]}
      />
      <div className="mt-6">
        {looks.length > 0 ? (
          <Looks looks={looks} under="page" />
        ) : (
          <p className="text-quiet">{m.rights_looked_nobody()}</p>
        )}
      </div>
      <Pager newer={later ? `${here}?${query}` : null} older={next && `${here}?${query}before=${next}`} />
    </Page>
  )
}
