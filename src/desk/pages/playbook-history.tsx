import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import { changedFields } from '../playbook/playbook.rules.ts'
import type { PlaybookVersion } from '../playbook/playbook.view.ts'
import { playbookLabels } from './playbook-words.ts'
import { nameOf } from './ticket-words.tsx'

/** Who changed what, and when; newest first. The oldest of a page is compared with the one before only on the next page. */
export function PlaybookHistory({ versions, next }: { versions: readonly PlaybookVersion[]; next: string | null }) {
  const shown = next ? versions.slice(0, -1) : versions
  return (
    <>
      {shown.map((version, at) => (
        <Section
          key={version.version}
          title={m.desk_playbook_version({ number: version.version })}
          aside={
            <>
              {nameOf(version.by)} · <When at={version.at} exact />
            </>
          }
        >
          <dl className="grid gap-3 border-t border-line pt-3">
            {changedFields(version, versions[at + 1]).map((field) => (
              <div key={field} className="grid gap-x-6 md:grid-cols-[12rem_minmax(0,1fr)]">
                <dt className="text-small text-quiet">{playbookLabels[field]()}</dt>
                <dd className="min-w-0">
                  {versions[at + 1]?.[field] && (
                    <del className="block whitespace-pre-wrap break-words text-quiet">{versions[at + 1]?.[field]}</del>
                  )}
                  <ins className="block whitespace-pre-wrap break-words no-underline">
                    {version[field] || <i className="text-quiet">{m.desk_playbook_emptied()}</i>}
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
      {next && (
        <p className="mt-6">
          <LinkButton look="quiet" small to={`?below=${shown.at(-1)?.version ?? next}`}>
            {m.desk_playbook_older()}
          </LinkButton>
        </p>
      )}
    </>
  )
}
