import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Composer } from '../../ui/talk/composer.tsx'
import { MessageExtras, SendButton } from '../../ui/talk/message-extras.tsx'
import { DataNotice, type NoticeWords } from '../../ui/text/data-notice.tsx'
import type { MessageAnswer } from './message-form.ts'
import { PastedSecret } from './pasted-secret.tsx'

interface ReplyFormProps {
  ticketId: string
  sendingId: string
  answer: MessageAnswer | undefined
  closed: boolean
  notice?: NoticeWords
}

/** An answer with its files. Works without script; with it, what is typed outlives a reload. */
export function ReplyForm({ ticketId, sendingId, answer, closed, notice }: ReplyFormProps) {
  return (
    <Form id="reply" files answer={answer} className="grid gap-4">
      <PastedSecret answer={answer} />
      <Composer label={m.desk_reply()} draft={`ticket-${ticketId}-reply`} placeholder={m.desk_reply_placeholder()}>
        {notice && (
          <p className="max-w-prose text-small text-quiet">
            <DataNotice words={notice} />
          </p>
        )}
      </Composer>
      <MessageExtras answer={answer} sendingId={sendingId} />
      <SendButton answer={answer} aside={closed ? m.desk_reply_reopens() : undefined}>
        {m.desk_reply_send()}
      </SendButton>
    </Form>
  )
}
