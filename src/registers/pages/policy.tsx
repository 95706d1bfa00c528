import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { civilDay } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import type { publishPolicy } from '../policy/publish-policy.ts'
import type { showPolicyChange } from '../policy/show-change.ts'
import type { Route } from './+types/policy.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const done = new URL(request.url).searchParams.get('done')
  return {
    ...(await call<typeof showPolicyChange>('policy.show_change', {})),
    mayPublish: can('policy.publish'),
    wasPublished: done === 'published',
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    await call<typeof publishPolicy>('policy.publish', {
      effectiveOn: String(form.get('effectiveOn') ?? ''),
      hash: String(form.get('hash') ?? ''),
    })
    throw redirect('/staff/registers/policy?done=published')
  })
}

type Shown = Route.ComponentProps['loaderData']

const tones: Record<Shown['publication'], Tone> = {
  published: 'done',
  early: 'danger',
  unpublished: 'danger',
  never: 'wait',
}
const says: Record<Shown['publication'], () => string> = {
  published: m.registers_publication_published,
  early: m.registers_publication_early,
  unpublished: m.registers_publication_unpublished,
  never: m.registers_publication_never,
}

export default function PolicyPublication({ loaderData: shown, actionData }: Route.ComponentProps) {
  const isOpen = shown.mayPublish && (shown.publication === 'unpublished' || shown.publication === 'never')
  return (
    <Page>
      <PageHeader
        title={m.registers_policy_title()}
        trail={[{ to: '/staff/registers', words: m.registers_title() }]}
        state={<StateWord tone={tones[shown.publication]}>{says[shown.publication]()}</StateWord>}
      />
      {shown.wasPublished && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.registers_policy_done()} />
        </div>
      )}
      <p className="max-w-prose">
        {m.registers_policy_lead()}{' '}
        <a className="link" href={`/${getLocale()}/policy/versions`}>
          {m.registers_policy_versions()}
        </a>
      </p>
      {shown.latest && (
        <p className="mt-1 max-w-prose text-quiet">
          {m.registers_policy_latest({ version: shown.latest.version, day: civilDay(shown.latest.effectiveOn) })}
        </p>
      )}
      <Section title={m.registers_policy_changes()}>
        <Changes of={shown} />
      </Section>
      {isOpen && !shown.isNamed && (
        <div className="mt-6">
          <Notice tone="wait" title={m.registers_policy_version_used({ version: shown.version })} />
        </div>
      )}
      {isOpen && shown.isNamed && (
        <Section title={m.registers_policy_publish()}>
          <Form answer={actionData}>
            <input type="hidden" name="hash" value={shown.hash} />
            <Field name="effectiveOn" label={m.registers_policy_day()} hint={m.registers_policy_day_hint()}>
              <TextInput type="date" room="short" />
            </Field>
            <Submit aside={shown.weight === 'material' && shown.latest ? m.registers_policy_letters() : undefined}>
              {m.registers_policy_submit({ version: shown.version })}
            </Submit>
          </Form>
        </Section>
      )}
    </Page>
  )
}

function Changes({ of: { changes, publication } }: { of: Shown }) {
  const locale = getLocale()
  if (changes.length === 0) {
    return (
      <p className="text-quiet">{publication === 'never' ? m.registers_policy_first() : m.registers_policy_none()}</p>
    )
  }
  return (
    <ul className="grid gap-2 border-l-2 border-line pl-4">
      {changes.map((change) => (
        <li key={`${change.part} ${change.name} ${change.says.en}`} className="max-w-prose">
          <StateWord tone={change.weight === 'material' ? 'wait' : 'plain'}>
            {change.weight === 'material' ? m.registers_policy_material() : m.registers_policy_minor()}
          </StateWord>{' '}
          {change.says[locale]}
        </li>
      ))}
    </ul>
  )
}
