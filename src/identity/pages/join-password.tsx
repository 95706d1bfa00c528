import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'

interface JoinPasswordProps {
  email: string
  /** The address signs in here already. */
  isKnown: boolean
  notice?: NoticeWords | undefined
}

/** The password of somebody who joins: a new one, or the one that the address has. */
export function JoinPassword({ email, isKnown, notice }: JoinPasswordProps) {
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {isKnown ? (
        <>
          <Field name="password" label={m.identity_password()} hint={m.identity_join_known()} notice={notice}>
            <TextInput type="password" autoComplete="current-password" />
          </Field>
          <p className="text-small">
            <TextLink to="/password">{m.identity_forgotten()}</TextLink>
          </p>
        </>
      ) : (
        <Field name="password" label={m.identity_new_password()} hint={m.identity_password_rule()} notice={notice}>
          <TextInput type="password" autoComplete="new-password" />
        </Field>
      )}
    </>
  )
}
