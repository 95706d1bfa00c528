import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Fields } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Trap } from '../../ui/form/trap.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'
import { Notice } from '../../ui/text/notice.tsx'

interface ChatStartProps {
  asked: {
    readonly isSomebodyThere: boolean
    readonly sendingId: string
    readonly notice: string
    readonly notices: Readonly<Record<'message' | 'name' | 'email', NoticeWords>>
  }
  answer: FormAnswer | undefined
  /** The conversation before this one can no longer be opened here. */
  ended: boolean
  /** One was begun, and the browser did not keep the cookie that leads back to it. */
  isLost: boolean
}

/** How a conversation begins: a message and a name. An address only for who may leave before the answer. */
export function ChatStart({ asked, answer, ended, isLost }: ChatStartProps) {
  const { notices, notice, sendingId, isSomebodyThere } = asked
  const sent = answer?.values.sendingId
  return (
    <div className="grow overflow-y-auto low:overflow-visible p-4">
      {isLost ? (
        <Notice tone="wait" announce title={m.chat_lost()}>
          {m.chat_lost_text()}{' '}
          <a href={`/${getLocale()}/contact`} target="_top" className="link">
            {m.site_contact_title()}
          </a>
        </Notice>
      ) : ended ? (
        <Notice tone="done" announce title={m.chat_ended()}>
          {m.chat_ended_text()}
        </Notice>
      ) : (
        <p className="max-w-prose">{isSomebodyThere ? m.chat_lead() : m.chat_lead_alone()}</p>
      )}
      <Form id="start" answer={answer} className="@container mt-5 grid gap-5">
        <Field name="message" label={m.chat_message()} hint={m.chat_message_hint()} notice={notices.message}>
          <TextArea maxLength={20_000} />
        </Field>
        <Fields notices={[notices.name, notices.email]}>
          <Field name="name" label={m.chat_name()}>
            <TextInput autoComplete="name" maxLength={120} />
          </Field>
          <Field name="email" label={m.chat_email()} hint={m.chat_email_hint()} optional>
            <TextInput type="email" autoComplete="email" inputMode="email" maxLength={254} />
          </Field>
        </Fields>
        <Trap label={m.site_contact_trap()} />
        <input type="hidden" name="sendingId" value={typeof sent === 'string' && sent ? sent : sendingId} />
        <input type="hidden" name="notice" value={notice} />
        <Submit aside={m.chat_cookie()}>{m.chat_start()}</Submit>
      </Form>
    </div>
  )
}
