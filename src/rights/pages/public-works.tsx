import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Section } from '../../ui/shell/page.tsx'
import type { PublicWork } from '../ending/public-works.ts'
import { said } from './said.ts'

/** What anybody can read of whoever is about to go: each with what becomes of it, and where to take it down first. */
export function PublicWorks({ works }: { works: readonly PublicWork[] }) {
  const stays = works.find(({ becomes }) => becomes === 'stays')
  return (
    <Section title={m.rights_plan_public_title()}>
      {works.length === 0 && <p className="text-quiet">{m.rights_plan_public_none()}</p>}
      {works.length > 0 && (
        <ul className="border-t border-line">
          {works.map((work) => (
            <li
              key={work.path}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2"
            >
              <TextLink to={`/${getLocale()}${work.path}`} className="min-w-0 break-words">
                {said(work.title)}
              </TextLink>
              <span className="text-small text-quiet">
                {work.becomes === 'stays' ? m.rights_plan_public_stays() : m.rights_plan_public_taken_down()}
              </span>
            </li>
          ))}
        </ul>
      )}
      {stays && (
        <p className="mt-3 max-w-prose">
          {m.rights_plan_public_choice()} <TextLink to={stays.removeAt}>{m.rights_plan_public_take_down()}</TextLink>.
        </p>
      )}
    </Section>
  )
}
