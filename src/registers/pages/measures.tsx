import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { listMeasures } from '../measures/list-measures.ts'
import type { addMeasure } from '../measures/save-measure.ts'
import type { Route } from './+types/measures.ts'
import { DayWord } from './day-word.tsx'
import { MeasureForm, measureFrom } from './measure-form.tsx'
import { MeasureState } from './measure-state.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return visit(context).call<typeof listMeasures>('measure.list', {})
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const { measureId } = await visit(context).call<typeof addMeasure>('measure.add', measureFrom(form))
    throw redirect(`/staff/registers/measures/${measureId}?done=measure`)
  })
}

export default function Measures({ loaderData: { measures, staff }, actionData }: Route.ComponentProps) {
  const late = measures.filter(({ state }) => state !== 'kept').length
  return (
    <Page>
      <PageHeader
        title={m.registers_measures_title()}
        trail={[{ to: '/staff/registers', words: m.registers_title() }]}
      />
      {late > 0 && (
        <div className="mb-6">
          <Notice tone="danger" title={m.registers_measures_late({ count: late })}>
            {m.registers_measures_late_words()}
          </Notice>
        </div>
      )}
      <p className="mb-6 max-w-prose">{m.registers_measures_lead()}</p>
      <Table
        label={m.registers_measures_title()}
        rows={measures}
        rowKey={(one) => one.id}
        rowTo={(one) => `/staff/registers/measures/${one.id}`}
        columns={[
          {
            key: 'what',
            head: m.registers_measure_what(),
            cell: (one) => (
              <>
                {one.what}
                <span className="block text-small font-normal text-quiet">{one.place}</span>
              </>
            ),
            phone: 'title',
            wide: true,
          },
          {
            key: 'owner',
            named: true,
            head: m.registers_measure_owner(),
            cell: (one) => one.owner ?? <StateWord tone="wait">{m.registers_measure_nobody()}</StateWord>,
          },
          {
            key: 'last',
            named: true,
            head: m.registers_measure_last(),
            cell: (one) => (one.checkedOn ? <DayWord day={one.checkedOn} /> : '—'),
          },
          {
            key: 'next',
            named: true,
            head: m.registers_measure_next(),
            cell: (one) => <DayWord day={one.nextCheckOn} />,
          },
          { key: 'state', head: m.registers_recipient_state(), cell: (one) => <MeasureState state={one.state} /> },
        ]}
        empty={<EmptyState>{m.registers_measures_none()}</EmptyState>}
      />
      <Section title={m.registers_measure_add()}>
        <MeasureForm staff={staff} answer={actionData} />
      </Section>
    </Page>
  )
}
