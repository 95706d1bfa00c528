import { createContext, redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { CopyOnce } from '../../ui/action/copy-once.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { livePage } from '../../ui/live-page.ts'
import { Exact } from '../../ui/text/exact.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { confirmSecondFactor, startSecondFactor } from '../security/enrol-second-factor.ts'
import type { Route } from './+types/enrol.ts'
import { Door } from './door.tsx'
import { doorOf } from './door-loader.ts'
import { returnPath } from './return-path.ts'
import { browserFacts, field } from './sign-in-request.ts'

export const handle = livePage

/** Set by the action: this very request turned the second step on, and its page shows the codes. */
const hasEnrolled = createContext(false)

export async function loader({ context, request }: Route.LoaderArgs) {
  const here = visit(context)
  if (here.actor.kind === 'visitor') throw redirect('/sign-in')
  const home = here.actor.kind === 'staff' ? '/staff' : '/desk'
  const to = returnPath(new URL(request.url).searchParams.get('to')) ?? home
  const isRequired = here.actor.kind === 'staff' && !here.actor.secondFactor
  if (context.get(hasEnrolled)) return { ...doorOf(here), to, isRequired: false, started: null }
  try {
    const started = await here.call<typeof startSecondFactor>('second_factor.start', {})
    return { ...doorOf(here), to, isRequired, started }
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'fresh_sign_in') {
      throw redirect(`/sign-in/again?${new URLSearchParams({ to: here.path })}`)
    }
    throw thrown
  }
}

/** With script, once the codes are shown the page is not made again: there would be nothing to enrol. */
export function shouldRevalidate() {
  return false
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    const { cookie } = browserFacts(request)
    const { recoveryCodes } = await call<typeof confirmSecondFactor>('second_factor.confirm', {
      code: field(form, 'code'),
      cookie,
    })
    context.set(hasEnrolled, true)
    return { recoveryCodes }
  })
}

export default function Enrol({ loaderData, actionData }: Route.ComponentProps) {
  const { to, isRequired, started, ...door } = loaderData
  if (actionData && 'recoveryCodes' in actionData) {
    return (
      <Door {...door} title={m.identity_codes_title()} lead={m.identity_codes_lead()}>
        <CopyOnce label={m.identity_recovery_codes()} value={actionData.recoveryCodes.join('\n')} />
        <div className="mt-8">
          <LinkButton to={to}>{m.identity_codes_kept()}</LinkButton>
        </div>
      </Door>
    )
  }
  if (!started) return null
  return (
    <Door
      {...door}
      title={started.isReplacing ? m.identity_enrol_other_title() : m.identity_enrol_title()}
      lead={started.isReplacing ? m.identity_enrol_other_lead() : m.identity_enrol_lead()}
    >
      <div className="grid gap-6">
        {isRequired && <Notice tone="wait" title={m.identity_enrol_required()} />}
        <ol className="grid gap-6">
          <li>
            <p className="font-medium">{m.identity_enrol_scan()}</p>
            <svg
              viewBox={`0 0 ${started.square.size} ${started.square.size}`}
              className="mt-3 size-52 rounded-md border border-line bg-[#ffffff]"
              role="img"
              aria-label={m.identity_enrol_square()}
              shapeRendering="crispEdges"
            >
              <path d={started.square.path} fill="#000000" />
            </svg>
            <p className="mt-3 text-small text-quiet">
              {m.identity_enrol_type()} <Exact>{started.secret}</Exact>
            </p>
            <p className="mt-1 text-small">
              <a className="link" href={started.address}>
                {m.identity_enrol_here()}
              </a>
            </p>
          </li>
          <li>
            <Form answer={actionData}>
              <Field name="code" label={m.identity_enrol_code()}>
                <TextInput exact room="short" inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
              </Field>
              <Submit>{m.identity_enrol_confirm()}</Submit>
            </Form>
          </li>
        </ol>
      </div>
    </Door>
  )
}
