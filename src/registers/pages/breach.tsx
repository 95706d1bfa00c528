import { redirect } from 'react-router'
import { policy } from '../../../policy/policy.ts'
import { answerForm, type FormAnswer } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { exactTime, list } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import { breachStepWords } from '../breaches/breach.words.ts'
import type { leaveBreach, notifyBreach } from '../breaches/decide-breach.ts'
import type { showBreach } from '../breaches/list-breaches.ts'
import type { changeBreach } from '../breaches/note-breach.ts'
import type { tellBreach } from '../breaches/tell-breach.ts'
import type { Route } from './+types/breach.ts'
import { BreachClock } from './breach-clock.tsx'
import { LeaveForm, NotifyForm, TellForm } from './breach-decisions.tsx'
import { BreachFields, breachFrom } from './breach-fields.tsx'
import { localOf, momentOf } from './local-time.ts'

export async function loader({ context, params: { breachId }, request }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(breachId)) throw nothingHere()
  const { call, locale } = visit(context)
  const shown = await call<typeof showBreach>('breach.show', { breachId })
  return {
    ...shown,
    now: localOf(new Date()),
    isLate: shown.breach.dueAt < new Date(),
    categories: Object.entries(policy.categories).map(([value, words]) => ({ value, label: words[locale] })),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ context, params: { breachId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const formId = String(form.get('formId'))
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return answerForm(form, async () => {
    if (formId === 'notify') {
      const lateWhy = text('lateWhy') || null
      const notifiedAt = momentOf(text('notifiedAt'))
      await call<typeof notifyBreach>('breach.notify', { breachId, notifiedAt, reference: text('reference'), lateWhy })
    } else if (formId === 'leave') await call<typeof leaveBreach>('breach.leave', { breachId, why: text('why') })
    else if (formId === 'tell') {
      const emails = text('emails')
        .split(/[\s,;]+/)
        .filter((one) => one !== '')
      await call<typeof tellBreach>('breach.tell', { breachId, emails, ro: text('ro'), en: text('en') })
    } else await call<typeof changeBreach>('breach.change', { breachId, form: breachFrom(form) })
    throw redirect(`/staff/registers/breaches/${breachId}?done=${formId}`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  noted: m.registers_breach_done_noted,
  form: m.registers_done_saved,
  notify: m.registers_breach_done_notified,
  leave: m.registers_breach_done_left,
  tell: m.registers_breach_done_told,
}

export default function Breach({ loaderData, actionData }: Route.ComponentProps) {
  const { breach, steps, now, isLate, categories, done } = loaderData
  const answerOf = (id: string) => (actionData?.values.formId === id ? actionData : undefined)
  return (
    <Page>
      <PageHeader
        title={m.registers_breach_called({ number: breach.number })}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/breaches', words: m.registers_breaches_title() },
        ]}
        state={
          <>
            <BreachClock breach={breach} />
            <span>
              {m.registers_breach_discovered()}: {exactTime(breach.discoveredAt)}
            </span>
          </>
        }
        action={<Downloads breachId={breach.id} />}
      />
      {done && doneWords[done] && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneWords[done]()} />
        </div>
      )}
      {breach.outcome === null && (
        <Section title={m.registers_breach_decide()}>
          <Notifying breach={breach} answer={answerOf('notify')} now={now} isLate={isLate} />
          <LeaveForm answer={answerOf('leave')} />
        </Section>
      )}
      {breach.outcome && (
        <p className="max-w-prose">
          {breach.outcome === 'notified'
            ? m.registers_breach_reference({ reference: breach.reference ?? '' })
            : breach.outcomeWhy}
        </p>
      )}
      {breach.outcome === 'not_notified' && (
        <Section title={m.registers_breach_notify_after_all()}>
          <Notifying breach={breach} answer={answerOf('notify')} now={now} isLate={isLate} />
        </Section>
      )}
      <Section
        title={breach.outcome === 'notified' ? m.registers_breach_supplement_title() : m.registers_entry_title()}
      >
        <Form id="form" answer={answerOf('form')}>
          <BreachFields values={breach.form} categories={categories} />
          <Submit look={breach.missing.length > 0 ? 'primary' : 'quiet'}>{m.registers_save()}</Submit>
        </Form>
      </Section>
      <Section title={m.registers_breach_tell_title()}>
        <TellForm answer={answerOf('tell')} />
      </Section>
      <Section title={m.registers_history()}>
        <ol className="border-t border-line">
          {steps.map((step) => (
            <li key={step.id} className="border-b border-line py-2">
              <span className="font-medium">{breachStepWords[step.kind]()}</span>{' '}
              <span className="text-quiet">
                <When at={step.at} exact /> · {step.by}
                {step.persons !== null && ` · ${m.registers_breach_people({ count: step.persons })}`}
              </span>
              {step.why && <span className="block max-w-prose text-small text-quiet">{step.why}</span>}
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  )
}

interface NotifyingProps {
  breach: Route.ComponentProps['loaderData']['breach']
  answer: FormAnswer | undefined
  now: string
  isLate: boolean
}

/** What is still needed before the authority can be told, or the form that notes that it was. */
function Notifying({ breach, answer, now, isLate }: NotifyingProps) {
  if (breach.missing.length === 0) return <NotifyForm answer={answer} now={now} isLate={isLate} />
  return (
    <div className="mb-6">
      <Notice tone="wait" title={m.registers_breach_missing()}>
        {list(breach.missing.map((field) => fieldWords[field]?.() ?? field))}
      </Notice>
    </div>
  )
}

function Downloads({ breachId }: { breachId: string }) {
  return (
    <ul className="flex gap-x-4 print:hidden">
      {['pdf', 'html'].map((format) => (
        <li key={format}>
          <a className="link" href={`/staff/registers/breaches/${breachId}/form/${getLocale()}/${format}`}>
            {m.registers_breach_form_file({ format: format.toUpperCase() })}
          </a>
        </li>
      ))}
    </ul>
  )
}

const fieldWords: Readonly<Record<string, () => string>> = {
  taxNumber: m.registers_breach_tax_number,
  contactName: m.registers_breach_contact_name,
  contactEmail: m.registers_breach_contact_email,
  circumstances: m.registers_breach_circumstances,
  nature: m.registers_breach_nature,
  categories: m.registers_breach_categories,
  personKinds: m.registers_breach_person_kinds,
  consequences: m.registers_breach_consequences,
  measures: m.registers_breach_measures,
  personsToldWhy: m.registers_breach_persons_told_why,
}
