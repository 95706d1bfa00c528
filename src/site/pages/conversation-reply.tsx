import type { MessageAnswer } from '../../platform/http/message-form.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { MessageExtras, SecretQuestion, SendButton } from '../../ui/talk/message-extras.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'

interface ConversationReplyProps {
  answer: MessageAnswer | undefined
  sendingId: string
  notice: NoticeWords
  isClosed: boolean
}

/** Where the person writes on, with files. The same form sent twice stays one message. */
export function ConversationReply({ answer, sendingId, notice, isClosed }: ConversationReplyProps) {
  const sent = answer?.values.sendingId
  return (
    <Form id="reply" answer={answer} files className="@container mt-8 grid gap-4">
      <SecretQuestion answer={answer}>
        <p>{m.site_conversation_secret()}</p>
      </SecretQuestion>
      <Field
        name="message"
        label={m.site_conversation_answer()}
        hint={isClosed ? m.site_conversation_reopens() : undefined}
        notice={notice}
      >
        <TextArea maxLength={20_000} />
      </Field>
      <MessageExtras answer={answer} sendingId={typeof sent === 'string' && sent ? sent : sendingId} />
      <SendButton answer={answer}>{m.site_contact_send()}</SendButton>
    </Form>
  )
}
