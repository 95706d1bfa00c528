import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showAskedParticulars } from '../desk/show-asked-particulars.ts'
import type { Case } from './case-words.ts'
import { said } from './said.ts'

/** When the answer is due, how long the clock stood, until when it may be extended. */
export function CaseClock({ shown }: { shown: Case }) {
  const { dueOn, closedAt, pausedDays, pausedSince, extendableUntil, canExtend, extendedAt } = shown
  if (closedAt) return null
  return (
    <Section title={m.rights_case_clock()}>
      <p>
        {dueOn ? (
          <span className="font-medium">{civilDay(dueOn)}</span>
        ) : (
          pausedSince && (
            <>
              {m.rights_case_paused_since()} <When at={pausedSince} exact />
            </>
          )
        )}
      </p>
      <p className="text-small text-quiet">
        {[
          pausedDays > 0 ? m.rights_case_paused({ count: pausedDays }) : '',
          extendedAt ? m.rights_case_extended() : '',
          canExtend && extendableUntil ? m.rights_case_extendable({ day: civilDay(extendableUntil) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Section>
  )
}

interface CasePersonsProps {
  persons: Case['persons']
  /** Who asks was shown: from then on it is passed on. */
  isKnown: boolean
}

/** Every person of the verified address, in whichever account, and in which capacity they are held. */
export function CasePersons({ persons, isKnown }: CasePersonsProps) {
  if (persons.length === 0) return null
  return (
    <Section title={m.rights_case_whose()}>
      <ul className="border-t border-line">
        {persons.map((one) => (
          <li key={one.personId} className="border-b border-line py-2 break-words">
            <span className="font-medium">{one.name}</span>,{' '}
            <TextLink to={`/staff/clients/${one.accountId}`}>{one.accountName}</TextLink>
            <span className="block text-small text-quiet">
              {one.email ?? m.rights_case_no_email()} · {one.asks ? m.rights_case_asks() : m.rights_case_same_address()}
              {one.capacity === 'processor' && ` · ${m.rights_case_processor()}`}
            </span>
            {isKnown && one.capacity === 'processor' && one.passedOnAt === null && (
              <StateWord tone="wait">{m.rights_case_not_passed({ client: one.accountName })}</StateWord>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface CorrectedProps {
  changes: OutputOf<typeof showAskedParticulars>['corrected']
}

/** Article 16: each field before and after. */
export function Corrected({ changes }: CorrectedProps) {
  if (changes.length === 0) return null
  return (
    <Section title={m.rights_case_corrected()}>
      <Facts
        items={changes.map(({ field, before, after }) => ({
          term: said(field),
          value: (
            <>
              <s className="text-quiet">{before ?? '—'}</s> {after ?? '—'}
            </>
          ),
        }))}
      />
    </Section>
  )
}
