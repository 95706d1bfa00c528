import type { MessageAnswer } from '../../platform/http/message-form.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { SecretQuestion } from '../../ui/talk/message-extras.tsx'

/** The question about a secret, with the way that keeps it one: a deposit, which only the client can make. */
export function PastedSecret({ answer, staff = false }: { answer: MessageAnswer | undefined; staff?: boolean }) {
  return (
    <SecretQuestion answer={answer}>
      <p>{staff ? m.desk_secret_why_staff() : m.desk_secret_why()}</p>
      {!staff && (
        <p className="mt-2">
          <TextLink to="/desk/access/offer">{m.desk_secret_hand_over()}</TextLink>
        </p>
      )}
    </SecretQuestion>
  )
}
