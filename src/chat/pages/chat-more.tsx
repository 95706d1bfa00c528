import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'

interface ChatMoreProps {
  hasAddress: boolean
  privacyEmail: string
  notice: NoticeWords
  answer: FormAnswer | undefined
}

/** Beside the conversation: an address for the answer, the notice, and the way out. */
export function ChatMore({ hasAddress, privacyEmail, notice, answer }: ChatMoreProps) {
  return (
    <footer className="max-h-[50%] shrink-0 overflow-y-auto low:max-h-none border-t border-line bg-sunk px-4 py-2 text-small">
      <div className="flex flex-wrap gap-x-6">
        {!hasAddress && (
          <details open={answer ? true : undefined} name="more" className="open:w-full">
            <summary className="py-1.5">{m.chat_leave_address()}</summary>
            <Form id="address" answer={answer} className="grid gap-3 pb-3">
              <Field name="email" label={m.chat_email()} hint={m.chat_email_hint()} notice={notice}>
                <TextInput type="email" autoComplete="email" inputMode="email" maxLength={254} />
              </Field>
              <Submit look="quiet">{m.chat_leave_address_button()}</Submit>
            </Form>
          </details>
        )}
        <details name="more" className="open:w-full">
          <summary className="py-1.5">{m.chat_end()}</summary>
          <Form id="end" className="grid gap-3 pb-3">
            <p className="max-w-prose">{m.chat_end_text({ email: privacyEmail })}</p>
            <p>
              <Button look="danger" small>
                {m.chat_end()}
              </Button>
            </p>
          </Form>
        </details>
        <p className="py-1.5">
          <a href={`/${getLocale()}/policy#p4`} target="_blank" rel="noopener" className="link">
            {m.chat_policy()}
          </a>
        </p>
      </div>
    </footer>
  )
}
