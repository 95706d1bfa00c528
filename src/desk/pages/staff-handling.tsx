import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { inputLook } from '../../ui/form/text-input.tsx'
import type { LaterStatus } from '../ticket/ticket.rules.ts'
import type { TicketLine } from '../ticket/ticket.view.ts'

interface StaffHandlingProps {
  ticket: TicketLine
  colleagues: readonly { readonly id: string; readonly name: string }[]
  me: string
  answer: FormAnswer | undefined
}

/** Who has the ticket and where it stands: taking it, giving it on, closing it. */
export function StaffHandling({ ticket, colleagues, me, answer }: StaffHandlingProps) {
  const holder = ticket.assignedTo?.id ?? ''
  const of = (id: string) => (answer?.values.formId === id ? answer : undefined)
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      {holder !== me && (
        <Form id="take" answer={of('take')} className="contents">
          <input type="hidden" name="instead" value={holder} />
          <Button look="quiet" small name="to" value={me}>
            {m.desk_take()}
          </Button>
        </Form>
      )}
      <Form id="assign" answer={of('assign')} className="flex items-center gap-1.5">
        <input type="hidden" name="instead" value={holder} />
        <label className="flex items-center gap-1.5 text-small">
          <span className="whitespace-nowrap text-quiet">{m.desk_assigned_to()}</span>
          <select
            name="to"
            defaultValue={holder}
            key={holder}
            className={`${inputLook} select min-h-8 w-auto py-0.5 pr-8 text-small`}
          >
            <option value="">{m.desk_nobody()}</option>
            {colleagues.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <Button look="plain" small>
          {m.desk_give()}
        </Button>
      </Form>
      <Form id="status" answer={of('status')} className="flex flex-wrap gap-1.5">
        {nextStatuses(ticket).map((status) => (
          <Button key={status} look="quiet" small name="status" value={status}>
            {words[status]()}
          </Button>
        ))}
      </Form>
    </div>
  )
}

const words: Record<LaterStatus, () => string> = {
  waiting_client: m.desk_set_waiting_client,
  waiting_us: m.desk_set_waiting_us,
  closed: m.desk_set_closed,
}

function nextStatuses({ status }: TicketLine): LaterStatus[] {
  if (status === 'closed') return ['waiting_us']
  return status === 'waiting_client' ? ['waiting_us', 'closed'] : ['waiting_client', 'closed']
}
