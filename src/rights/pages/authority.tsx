import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'

interface AuthorityProps {
  authority: {
    readonly name: string
    readonly address: string
    readonly phone?: string | undefined
    readonly email?: string | undefined
    readonly site: string
  }
}

/** To whom one may complain (P37), and that there are courts. */
export function Authority({ authority }: AuthorityProps) {
  const { name, address, phone, email, site } = authority
  return (
    <p className="max-w-prose">
      {m.rights_complain_to()} {name}, {address}
      {phone && `, ${phone}`}
      {email && (
        <>
          , <TextLink to={`mailto:${email}`}>{email}</TextLink>
        </>
      )}
      , <TextLink to={site}>{site.replace('https://', '')}</TextLink>. {m.rights_or_court()}
    </p>
  )
}
