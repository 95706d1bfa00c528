import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import type { Route } from './+types/take.ts'
import { AskAgain } from './ask-again.tsx'

export function loader({ context }: Route.LoaderArgs) {
  return { fresh: isFresh(visit(context).actor) }
}

export default function Take({ loaderData: { fresh } }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader title={m.rights_take_title()} trail={[{ to: '/desk/privacy', words: m.rights_title() }]} />
      <p className="mb-6 max-w-prose">{m.rights_take_words()}</p>
      {fresh ? (
        <LinkButton to="/privacy/download.zip">{m.rights_take_button()}</LinkButton>
      ) : (
        <AskAgain to="/desk/privacy/take">{m.rights_again_take()}</AskAgain>
      )}
      <div className="mt-8">
        <Facts
          items={[
            { term: 'data.json', value: m.rights_take_json() },
            { term: 'csv/', value: m.rights_take_csv() },
            { term: 'files/', value: m.rights_take_files() },
            { term: 'schema.json', value: m.rights_take_schema() },
            { term: 'manifest.json', value: m.rights_take_manifest() },
          ]}
        />
      </div>
    </Page>
  )
}
