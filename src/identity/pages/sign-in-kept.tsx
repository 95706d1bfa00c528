import { useEffect, useRef } from 'react'
import { keptField } from '../../platform/http/kept-place.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Button, LinkButton } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { livePage } from '../../ui/live-page.ts'
import type { Route } from './+types/sign-in-kept.ts'
import { CodeField } from './code-field.tsx'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { type KeptPage, keptStep } from './kept-step.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { returnPath } from './return-path.ts'
import { PasswordField, SignInFields } from './sign-in-fields.tsx'
import { OfAnother, OpenedElsewhere } from './stray-page.tsx'

export const handle = livePage

export function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const to = returnPath(searchParams.get('to'))
  const signIn = to ? `/sign-in?${new URLSearchParams({ to })}` : '/sign-in'
  return { name: doorOf(visit(context)).name, signIn, isAnothers: searchParams.get('of') === 'another' }
}

/** With script the page of the next step is in the answer: there is nothing to read anew. */
export function shouldRevalidate() {
  return false
}

export async function action({ context, request }: Route.ActionArgs) {
  return keptStep(visit(context), request)
}

/** Signing in with a form in the hand: each step is the answer to a POST and carries what was typed to the next. */
export default function SignInKept({ loaderData, actionData }: Route.ComponentProps) {
  const back = useRef<HTMLFormElement>(null)
  const step = actionData?.step
  // With script there is nothing to press: the form is what was wanted.
  useEffect(() => {
    if (step === 'back') back.current?.submit()
  }, [step])
  const { name, signIn, isAnothers } = loaderData
  if (!actionData && isAnothers) return <OfAnother name={name} />
  // Opened rather than sent to: it carries nothing.
  if (!actionData) {
    return (
      <Door name={name} title={m.identity_sign_in_title()}>
        <LinkButton to={signIn}>{m.identity_sign_in()}</LinkButton>
      </Door>
    )
  }
  const { to, kept, answer, keep, stray }: KeptPage = actionData
  if (stray) return <OpenedElsewhere name={name} to={to} kept={kept} stray={stray} />
  const carried = (
    <>
      <input type="hidden" name={keptField} value={kept} />
      <input type="hidden" name="step" value={actionData.step} />
      {keep && step !== 'password' && <input type="hidden" name="keep" value="on" />}
    </>
  )
  const home = (
    <form ref={back} method="post" action={to}>
      <input type="hidden" name={keptField} value={kept} />
      {step === 'back' && <Button>{m.identity_kept_back()}</Button>}
    </form>
  )
  if (step === 'back') {
    return (
      <Door name={name} title={m.identity_kept_back_title()} lead={m.identity_kept_back_lead()}>
        {home}
      </Door>
    )
  }
  if (step === 'again') {
    return (
      <Door name={name} title={m.identity_again_title()} lead={m.identity_kept_again_lead()}>
        <Form answer={answer}>
          {carried}
          <PasswordField />
          <Submit>{m.identity_confirm()}</Submit>
        </Form>
      </Door>
    )
  }
  if (step === 'app' || step === 'recovery') {
    const isApp = step === 'app'
    return (
      <Door
        name={name}
        title={m.identity_code_title()}
        lead={isApp ? m.identity_code_lead() : m.identity_recovery_lead()}
      >
        <Form answer={answer}>
          {carried}
          <CodeField kind={step} />
          <Submit>{m.identity_sign_in()}</Submit>
          <Button look="plain" name="other" value={isApp ? 'recovery' : 'app'} className="w-fit">
            {isApp ? m.identity_use_recovery() : m.identity_use_app()}
          </Button>
        </Form>
      </Door>
    )
  }
  return (
    <Door name={name} title={m.identity_sign_in_title()} lead={m.identity_kept_lead()}>
      <Form answer={answer}>
        {carried}
        <SignInFields />
        <Submit>{m.identity_sign_in()}</Submit>
      </Form>
      <PasskeyButton to={to} onSignedIn={() => back.current?.submit()} />
      {home}
    </Door>
  )
}
