import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { eraseFor, erasurePlan } from '../desk/erase-for.ts'
import type { showCase } from '../desk/show-case.ts'
import type { Route } from './+types/case-erase.ts'
import { AskAgain } from './ask-again.tsx'
import { ReasonsField, textIn } from './by-field.tsx'
import { CaseStep } from './case-frame.tsx'
import { Outcome } from './outcome.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const { caseId } = params
  const [shown, plan] = await Promise.all([
    call<typeof showCase>('request.show_case', { caseId }),
    call<typeof erasurePlan>('request.erasure_plan', { caseId }),
  ])
  return { shown, persons: plan.persons, fresh: isFresh(actor) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const persons = [...form]
    .filter(([name]) => name.startsWith('person-'))
    .map(([, one]) => {
      const [personId = '', scope = ''] = String(one).split(' ')
      return { personId, scope: scope as 'person' }
    })
  const work = async () => {
    const { toPost } = await visit(context).call<typeof eraseFor>('request.erase', {
      caseId: params.caseId,
      persons,
      reasons: textIn(form, 'reasons'),
      understood: textIn(form, 'understood') as 'yes',
    })
    if (toPost) throw redirect(`/${toPost.language}/receipt/${toPost.receiptToken}?done=post`)
    throw redirect(`/staff/rights/${params.caseId}?done=erased`)
  }
  return answerForm(form, work, { rename: { persons: 'person-0' } })
}

export default function CaseErase({ loaderData: { shown, persons, fresh }, actionData }: Route.ComponentProps) {
  const here = `/staff/rights/${shown.id}`
  const isKnown = shown.identity !== 'asked'
  const back = <TextLink to={here}>{m.rights_erase_keep()}</TextLink>
  return (
    <CaseStep shown={shown} title={m.rights_erase_title()} lead={m.rights_erase_lead()} fresh here={`${here}/erase`}>
      {persons.length === 0 ? (
        <EmptyState>{m.rights_erase_nothing()}</EmptyState>
      ) : (
        <Form answer={actionData} className="grid gap-10">
          {persons.map((person, at) => (
            <div key={person.personId}>
              {person.held && (
                <Notice tone="wait" title={`${person.name}, ${person.accountName}`}>
                  {m.rights_erase_held()}
                </Notice>
              )}
              {person.ways.map(({ scope, outcome }) => (
                <div key={scope} className="grid gap-4">
                  {person.held ? null : isKnown ? (
                    <Checkbox
                      name={`person-${at}`}
                      value={`${person.personId} ${scope}`}
                      defaultChecked
                      label={<span className="font-semibold">{whatGoes(person, scope)}</span>}
                      hint={scope === 'account' ? m.rights_erase_account_hint() : undefined}
                    />
                  ) : (
                    <p className="font-semibold">{whatGoes(person, scope)}</p>
                  )}
                  <Outcome erased={outcome.erased} kept={outcome.kept} secrets={0} done={false} />
                </div>
              ))}
            </div>
          ))}
          <div className="grid gap-6 border-t border-line pt-6">
            {!isKnown ? (
              <Notice tone="wait" title={m.rights_erase_identity()}>
                {m.rights_identity_first()} <TextLink to={here}>{m.rights_erase_keep()}</TextLink>
              </Notice>
            ) : persons.every(({ held }) => held) ? (
              back
            ) : fresh ? (
              <>
                <ReasonsField optional hint={m.rights_erase_reasons_hint()} />
                <Checkbox name="understood" value="yes" label={m.rights_erase_understood()} />
                <Submit look="danger" aside={back}>
                  {m.rights_erase_button()}
                </Submit>
              </>
            ) : (
              <AskAgain to={`${here}/erase`}>{m.rights_case_again()}</AskAgain>
            )}
          </div>
        </Form>
      )}
    </CaseStep>
  )
}

type Planned = Route.ComponentProps['loaderData']['persons'][number]

function whatGoes({ name, accountName }: Planned, scope: 'person' | 'account'): string {
  return scope === 'account'
    ? m.rights_erase_account({ account: accountName })
    : m.rights_erase_person({ name, account: accountName })
}
