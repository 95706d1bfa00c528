import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { showMeasure } from '../measures/list-measures.ts'
import type { changeMeasure, checkMeasure, endMeasure } from '../measures/save-measure.ts'
import type { Route } from './+types/measure.ts'
import { DayWord } from './day-word.tsx'
import { MeasureForm, measureFrom } from './measure-form.tsx'
import { MeasureState } from './measure-state.tsx'

export async function loader({ context, params: { measureId }, request }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(measureId)) throw nothingHere()
  const shown = await visit(context).call<typeof showMeasure>('measure.show', { measureId })
  const done = new URL(request.url).searchParams.get('done')
  return { ...shown, today: new Date().toISOString().slice(0, 10), done }
}

export async function action({ context, params: { measureId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const formId = String(form.get('formId'))
  return answerForm(form, async () => {
    if (formId === 'check') {
      await call<typeof checkMeasure>('measure.check', {
        measureId,
        outcome: String(form.get('outcome') ?? '') as 'kept' | 'faulty',
        found: String(form.get('found') ?? ''),
        checkedOn: String(form.get('checkedOn') ?? ''),
      })
    } else if (formId === 'end') await call<typeof endMeasure>('measure.end', { measureId })
    else await call<typeof changeMeasure>('measure.change', { measureId, ...measureFrom(form) })
    throw redirect(`/staff/registers/measures/${measureId}?done=${formId}`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  measure: m.registers_done_saved,
  check: m.registers_measure_done_check,
  end: m.registers_measure_done_end,
}

export default function Measure({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, checks, staff, today, done } = loaderData
  const answerOf = (id: string) => (actionData?.values.formId === id ? actionData : undefined)
  const isOpen = measure.state !== 'ended'
  return (
    <Page>
      <PageHeader
        title={measure.what}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/measures', words: m.registers_measures_title() },
        ]}
        state={<MeasureState state={measure.state} />}
      />
      {done && doneWords[done] && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneWords[done]()} />
        </div>
      )}
      <Facts
        items={[
          { term: m.registers_measure_where(), value: measure.place },
          { term: m.registers_measure_owner(), value: measure.owner ?? m.registers_measure_nobody() },
          { term: m.registers_measure_last(), value: measure.checkedOn ? <DayWord day={measure.checkedOn} /> : '—' },
          {
            term: m.registers_measure_next(),
            value: <DayWord day={measure.nextCheckOn} />,
            note: measure.isDeclared ? m.registers_measure_declared() : undefined,
          },
        ]}
      />
      {isOpen && (
        <Section title={m.registers_measure_check_title()}>
          <Form id="check" answer={answerOf('check')}>
            <Field name="outcome" label={m.registers_measure_outcome()} group>
              <RadioCards
                choices={[
                  { value: 'kept', label: m.registers_measure_kept(), hint: m.registers_measure_kept_hint() },
                  { value: 'faulty', label: m.registers_measure_faulty(), hint: m.registers_measure_faulty_hint() },
                ]}
              />
            </Field>
            <Field name="found" label={m.registers_measure_found()} hint={m.registers_measure_found_hint()}>
              <TextArea maxLength={1000} />
            </Field>
            <Field name="checkedOn" label={m.registers_measure_checked_on()}>
              <TextInput type="date" room="short" defaultValue={today} />
            </Field>
            <Submit>{m.registers_measure_check_submit()}</Submit>
          </Form>
        </Section>
      )}
      <Section title={m.registers_measure_checks()}>
        {checks.length === 0 ? (
          <p className="text-quiet">{m.registers_measure_never()}</p>
        ) : (
          <ol className="border-t border-line">
            {checks.map((one) => (
              <li key={one.id} className="border-b border-line py-2">
                <MeasureState state={one.outcome} />{' '}
                <span className="text-quiet">
                  <DayWord day={one.checkedOn} /> · {one.by}
                </span>
                <span className="block max-w-prose text-small">{one.found}</span>
              </li>
            ))}
          </ol>
        )}
      </Section>
      {isOpen && (
        <>
          <Section title={m.registers_measure_change_title()}>
            <MeasureForm values={measure} staff={staff} answer={answerOf('measure')} />
          </Section>
          <Section title={m.registers_measure_end_title()}>
            <p className="mb-4 max-w-prose">{m.registers_measure_end_words()}</p>
            <Form id="end" answer={answerOf('end')}>
              <Submit look="danger">{m.registers_measure_end()}</Submit>
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}
