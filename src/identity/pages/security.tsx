import { data, redirect } from 'react-router'
import { answerForm, type FormAnswer } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { CopyOnce } from '../../ui/action/copy-once.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { createApiKey } from '../api-key/create-api-key.ts'
import type { endApiKey } from '../api-key/end-api-key.ts'
import type { changePassword } from '../security/change-password.ts'
import type { endSecondFactor, renewRecoveryCodes } from '../security/change-second-factor.ts'
import type { endOtherSessions, endSession } from '../security/end-session.ts'
import type { removePasskey } from '../security/remove-passkey.ts'
import type { showSecurity } from '../security/show-security.ts'
import type { Route } from './+types/security.ts'
import { Passkeys, SecondStep } from './security-factors.tsx'
import { ApiKeys } from './security-keys.tsx'
import { Password } from './security-password.tsx'
import { Sessions } from './security-sessions.tsx'
import { browserFacts, field } from './sign-in-request.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const security = await call<typeof showSecurity>('security.show', { cookie: browserFacts(request).cookie })
  const area = actor.kind === 'staff' ? '/staff' : '/desk'
  const proveAt = isFresh(actor) ? null : `${area}/account/security`
  return { security, area, proveAt, done: new URL(request.url).searchParams.get('done') }
}

interface Shown {
  readonly formId: string
  readonly answer?: FormAnswer
  readonly recoveryCodes?: string[]
  readonly apiKey?: string
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, actor } = visit(context)
  const here = `${actor.kind === 'staff' ? '/staff' : '/desk'}/account/security`
  const form = await request.formData()
  const formId = field(form, 'formId')
  const { cookie } = browserFacts(request)
  const id = field(form, 'id')
  const done = (what: string) => redirect(`${here}?done=${what}`)
  const acts: Record<string, () => Promise<Shown>> = {
    password: async () => {
      const given = { current: field(form, 'current'), password: field(form, 'password'), cookie }
      await call<typeof changePassword>('password.change', given)
      throw done('password')
    },
    app_end: async () => {
      await call<typeof endSecondFactor>('second_factor.end', {})
      throw done('app_end')
    },
    codes: async () => {
      const { recoveryCodes } = await call<typeof renewRecoveryCodes>('second_factor.renew_codes', {})
      return { formId, recoveryCodes }
    },
    passkey_remove: async () => {
      await call<typeof removePasskey>('passkey.remove', { passkeyId: id })
      throw done('passkey_remove')
    },
    session_end: async () => {
      await call<typeof endSession>('session.end', { sessionId: id })
      throw done('session_end')
    },
    sessions_end: async () => {
      await call<typeof endOtherSessions>('session.end_others', { cookie })
      throw done('sessions_end')
    },
    key_make: async () => {
      const days = { '30': 30, '90': 90, '365': 365 }[field(form, 'days')] as 30 | 90 | 365 | undefined
      const { key } = await call<typeof createApiKey>('api_key.create', { name: field(form, 'name'), days: days ?? 90 })
      return { formId, apiKey: key }
    },
    key_end: async () => {
      await call<typeof endApiKey>('api_key.end', { keyId: id })
      throw done('key_end')
    },
  }
  const act = acts[formId]
  if (!act) throw redirect(here)
  try {
    const answered = await answerForm(form, act)
    return 'formId' in answered
      ? answered
      : data({ formId, answer: answered.data } satisfies Shown, answered.init ?? {})
  } catch (thrown) {
    if (problemOf(thrown)?.status === 404) throw redirect(here)
    throw thrown
  }
}

export default function Security({ loaderData, actionData }: Route.ComponentProps) {
  const { security, area, proveAt, done } = loaderData
  const shown: Shown | undefined = actionData
  const answerOf = (formId: string) => (shown?.formId === formId ? shown.answer : undefined)
  return (
    <Page>
      <PageHeader
        title={m.identity_security_title()}
        trail={[
          { to: `${area}/account`, words: area === '/staff' ? m.identity_me_title() : m.identity_account_title() },
        ]}
        state={m.identity_security_state({ email: security.email })}
      />
      <div className="grid gap-4 empty:hidden">
        {!shown && done && doneWords[done] && <Notice tone="done" announce title={doneWords[done]()} />}
        {shown?.answer?.problem && !withFields.has(shown.formId) && <Problem answer={shown.answer} />}
        {shown?.recoveryCodes && (
          <CopyOnce label={m.identity_recovery_codes()} value={shown.recoveryCodes.join('\n')} />
        )}
        {shown?.apiKey && <CopyOnce label={m.identity_key_made()} value={shown.apiKey} />}
      </div>
      <Section title={m.identity_second_step()}>
        <SecondStep app={security.app} area={area} isRequired={security.isStaff} />
      </Section>
      <Section title={m.identity_passkeys()}>
        <Passkeys passkeys={security.passkeys} area={area} />
      </Section>
      <Section title={m.identity_sessions()}>
        <Sessions sessions={security.sessions} />
      </Section>
      <Section title={m.identity_password()}>
        <Password email={security.email} answer={answerOf('password')} />
      </Section>
      <Section title={m.identity_keys()}>
        <ApiKeys keys={security.keys} answer={answerOf('key_make')} proveAt={proveAt} />
      </Section>
    </Page>
  )
}

/** These say themselves, where they stand, what is in their way. */
const withFields = new Set(['password', 'key_make'])

/** What stands in the way of a small form without fields of its own. */
function Problem({ answer }: { answer: FormAnswer }) {
  const { problem } = answer
  if (!problem) return null
  return (
    <Notice
      tone="wait"
      announce
      title={problem.words}
      action={
        problem.link && (
          <a className="link" href={problem.link.to}>
            {problem.link.words}
          </a>
        )
      }
    />
  )
}

const doneWords: Record<string, () => string> = {
  password: () => m.identity_done_password_changed(),
  app_end: () => m.identity_done_app_end(),
  passkey: () => m.identity_done_passkey(),
  passkey_remove: () => m.identity_done_passkey_remove(),
  session_end: () => m.identity_done_session_end(),
  sessions_end: () => m.identity_done_sessions_end(),
  key_end: () => m.identity_done_key_end(),
}
