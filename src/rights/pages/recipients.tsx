import { countryName } from '../../platform/language/countries.ts'
import { day, list } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { When } from '../../ui/text/when.tsx'
import { said } from './said.ts'
import type { Overview, PurposeView } from './why-held.tsx'

interface DisclosuresProps {
  /** The newest of them. */
  disclosures: Overview['disclosures']
  more: boolean
}

/** To whom data was given besides: by law, for security, and the like. */
export function Disclosures({ disclosures, more }: DisclosuresProps) {
  if (disclosures.length === 0) return null
  return (
    <>
      <h3 className="mt-6 mb-2 font-semibold">{m.rights_disclosed_title()}</h3>
      <ul className="border-t border-line">
        {disclosures.map((one) => (
          <li key={`${one.askedBy} ${one.givenAt.toISOString()} ${one.what}`} className="border-b border-line py-2">
            <span className="font-medium">{one.askedBy}</span>, <When at={one.givenAt} exact />
            <span className="block max-w-prose text-small text-quiet">
              {one.what} · {one.ground}
            </span>
          </li>
        ))}
      </ul>
      {more && (
        <p className="mt-3">
          <TextLink to="/desk/privacy/held/disclosure_told">{m.rights_disclosed_all()}</TextLink>
        </p>
      )}
    </>
  )
}

interface RecipientsProps {
  recipients: Overview['recipients']
  purposes: readonly PurposeView[]
}

/** Who receives data besides the provider: for what, where, under which safeguard. */
export function Recipients({ recipients, purposes }: RecipientsProps) {
  const roles = {
    processor: m.rights_role_processor(),
    controller: m.rights_role_controller(),
    authority: m.rights_role_authority(),
  }
  return (
    <ul className="border-t border-line">
      {recipients.map((recipient) => (
        <li key={recipient.name} className="border-b border-line py-2">
          <span className="font-medium">{said(recipient.words)}</span>, {roles[recipient.role]}
          <span className="block max-w-prose text-small text-quiet">
            {m.rights_received_for()}{' '}
            {list(purposes.filter(({ name }) => recipient.purposes.includes(name)).map(({ words }) => said(words)))} ·{' '}
            {said(recipient.safeguard)} ({countryName(recipient.country, getLocale())})
          </span>
          {recipient.companies.map((company) => (
            <span key={`${company.name} ${company.until}`} className="block max-w-prose text-small">
              {company.until ? m.rights_recipient_until({ name: company.name, day: day(company.until) }) : company.name}
              , {countryName(company.country, getLocale())}
              <span className="text-quiet"> · {said(company.ground)}</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
