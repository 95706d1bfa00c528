import type { ReactNode } from 'react'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { AskAgain } from './ask-again.tsx'

interface EndSaysProps {
  plan: { readonly signIn: 'removed' | 'stays'; readonly receiptTo: string | null }
  children: ReactNode
}

/** What happens at once, what becomes of the sign-in, where the receipt goes. */
export function EndSays({ plan, children }: EndSaysProps) {
  return (
    <div className="mb-8 grid max-w-prose gap-3">
      <p>{children}</p>
      <p>{plan.signIn === 'removed' ? m.rights_plan_sign_in_removed() : m.rights_plan_sign_in_stays()}</p>
      <p>{plan.receiptTo ? m.rights_plan_receipt({ to: plan.receiptTo }) : m.rights_plan_receipt_shown()}</p>
      <p>
        {m.rights_plan_take_first()} <TextLink to="/desk/privacy/take">{m.rights_download()}</TextLink>.
      </p>
    </div>
  )
}

interface EndFormProps {
  to: string
  fresh: boolean
  answer: FormAnswer | undefined
  button: string
}

/** The last step: who it is, a tick that says what cannot be undone, and the button that does it. */
export function EndForm({ to, fresh, answer, button }: EndFormProps) {
  const back = <TextLink to="/desk/privacy">{m.rights_end_keep()}</TextLink>
  return (
    <div className="mt-10 max-w-prose border-t border-line pt-6">
      {fresh ? (
        <Form answer={answer}>
          <Checkbox name="understood" value="yes" label={m.rights_end_understood()} />
          <Submit look="danger" aside={back}>
            {button}
          </Submit>
        </Form>
      ) : (
        <>
          <AskAgain to={to}>{m.rights_again_end()}</AskAgain>
          {back}
        </>
      )}
    </div>
  )
}
