import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Composer } from '../../ui/talk/composer.tsx'
import { MessageExtras, SendButton, SendingId } from '../../ui/talk/message-extras.tsx'
import type { TicketLine } from '../ticket/ticket.view.ts'
import type { MessageAnswer } from './message-form.ts'
import { PastedSecret } from './pasted-secret.tsx'

interface StaffAnswersProps {
  ticket: TicketLine
  sendingId: string
  answer: MessageAnswer | undefined
}

/** An answer to the client, and apart from it, on its own ground, an internal note. Never one field with a switch. */
export function StaffAnswers({ ticket, sendingId, answer }: StaffAnswersProps) {
  const of = (id: string) => (answer?.values.formId === id ? answer : undefined)
  const reply = of('reply')
  return (
    <div className="mt-8 grid gap-8">
      <Form id="reply" files answer={reply} className="grid gap-4">
        <h2 className="text-body font-semibold">{m.desk_answer_to({ name: ticket.accountName })}</h2>
        <input type="hidden" name="accountId" value={ticket.accountId} />
        <PastedSecret staff answer={reply} />
        <Composer
          label={m.desk_reply()}
          draft={`ticket-${ticket.id}-reply`}
          placeholder={m.desk_reply_placeholder_staff()}
        />
        <MessageExtras answer={reply} sendingId={sendingId} />
        <SendButton answer={reply} aside={ticket.channel === 'desk' ? m.desk_reply_next_staff() : undefined}>
          {m.desk_reply_send()}
        </SendButton>
      </Form>
      <Form id="note" answer={of('note')} className="grid gap-3">
        <SendingId newest={sendingId} />
        <Composer
          label={m.desk_note()}
          draft={`ticket-${ticket.id}-note`}
          note
          placeholder={m.desk_note_placeholder()}
        />
        <Submit look="quiet">{m.desk_note_keep()}</Submit>
      </Form>
    </div>
  )
}
