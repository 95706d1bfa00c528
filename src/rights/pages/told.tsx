import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { Section } from '../../ui/shell/page.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { RequestView } from './request-words.ts'
import { said } from './said.ts'

type Recipient = RequestView['recipients'][number]

export const howWords: Readonly<Record<NonNullable<Recipient['how']>, () => string>> = {
  in_place: () => m.rights_told_in_place(),
  letter: () => m.rights_told_letter(),
  phone: () => m.rights_told_phone(),
  portal: () => m.rights_told_portal(),
  nothing_disclosed: () => m.rights_told_nothing_disclosed(),
  disproportionate: () => m.rights_told_disproportionate(),
}

interface ToldProps {
  recipients: readonly Recipient[]
  title?: string
  children?: ReactNode
}

/** Article 19: whom a change was passed on to, told or not and why. */
export function Told({ recipients, title = m.rights_told_title(), children }: ToldProps) {
  if (recipients.length === 0) return null
  return (
    <Section title={title}>
      {children}
      <ul className="border-t border-line">
        {recipients.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2 break-words"
          >
            <span className="font-medium">{said(one.words)}</span>
            {one.how ? (
              <span className="text-small text-quiet">
                {howWords[one.how]()}
                {one.at && (
                  <>
                    {' · '}
                    <When at={one.at} />
                  </>
                )}
              </span>
            ) : (
              <StateWord tone="wait">{m.rights_told_state_to_tell()}</StateWord>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
