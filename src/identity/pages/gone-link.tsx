import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Door } from './door.tsx'

/** A link that was used, has ended, or never was: the same page for all three. */
export function GoneLink({ door }: { door: { name: string; path: string } }) {
  return (
    <Door {...door} title={m.identity_link_gone_title()} lead={m.identity_link_gone()}>
      <LinkButton to="/sign-in">{m.identity_to_sign_in()}</LinkButton>
    </Door>
  )
}
