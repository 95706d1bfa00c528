import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'

interface ConversationReplyProps {
  answer: FormAnswer | undefined
  sendingId: string
  notice: NoticeWords
  isClosed: boolean
}

/** Where the person writes on. The same form sent twice stays one message. */
export function ConversationReply({ answer, sendingId, notice, isClosed }: ConversationReplyProps) {
  const sent = answer?.values.sendingId
  return (
    <Form id="reply" answer={answer} className="@container mt-8 grid gap-4">
      <Field
        name="message"
        label={m.site_conversation_answer()}
        hint={isClosed ? m.site_conversation_reopens() : undefined}
        notice={notice}
      >
        <TextArea maxLength={20_000} />
      </Field>
      <input type="hidden" name="sendingId" value={typeof sent === 'string' && sent ? sent : sendingId} />
      <Submit>{m.site_contact_send()}</Submit>
    </Form>
  )
}
