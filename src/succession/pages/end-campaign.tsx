import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Form } from '../../ui/form/form.tsx'
import { ProveFirst } from '../../ui/form/prove-first.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Section } from '../../ui/shell/page.tsx'
import type { CampaignView } from '../campaign.view.ts'

interface EndCampaignProps {
  campaign: CampaignView
  fresh: boolean
  answer: FormAnswer | undefined
}

/** Hands over once the day has passed, or ends the campaign without. */
export function EndCampaign({ campaign, fresh, answer }: EndCampaignProps) {
  const { counts, state, closesOn } = campaign
  if (!fresh) {
    return (
      <Section title={m.succession_end_title()}>
        <ProveFirst to={`/staff/succession/${campaign.id}`}>{m.succession_prove_first()}</ProveFirst>
      </Section>
    )
  }
  return (
    <Section title={m.succession_end_title()}>
      <div className="grid gap-8">
        {state === 'closed' ? (
          <Form id="hand_over" answer={answer}>
            <p className="max-w-prose">{m.succession_hand_over_lead({ count: counts.yes })}</p>
            <Checkbox name="understood" value="yes" label={m.succession_understood()} />
            <Submit look="danger">{m.succession_hand_over()}</Submit>
          </Form>
        ) : (
          <p className="max-w-prose text-quiet">{m.succession_hand_over_later({ day: civilDay(closesOn) })}</p>
        )}
        <Form id="cancel" answer={answer}>
          <Submit look="quiet" aside={m.succession_cancel_aside()}>
            {m.succession_cancel()}
          </Submit>
        </Form>
      </div>
    </Section>
  )
}
