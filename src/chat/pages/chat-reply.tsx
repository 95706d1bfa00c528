import { type KeyboardEvent, useId } from 'react'
import type { MessageAnswer } from '../../platform/http/message-form.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Composer } from '../../ui/talk/composer.tsx'
import { MessageExtras, SecretQuestion, SendButton } from '../../ui/talk/message-extras.tsx'
import { DataNotice, type NoticeWords } from '../../ui/text/data-notice.tsx'

interface ChatReplyProps {
  /** Of the conversation: what is typed in one is not put back into another. */
  number: number
  sendingId: string
  answer: MessageAnswer | undefined
  notice: NoticeWords
}

/** Where the visitor writes on. With script Enter sends; Shift and Enter begin a new line. */
export function ChatReply({ number, sendingId, answer, notice }: ChatReplyProps) {
  const files = useId()
  const isOpen = Boolean(answer?.files?.length || answer?.errors.files)
  return (
    <div className="max-h-[60%] shrink-0 overflow-y-auto low:max-h-none border-t border-line p-4">
      <Form id="reply" answer={answer} files className="grid gap-3">
        <SecretQuestion answer={answer}>
          <p>{m.site_conversation_secret()}</p>
        </SecretQuestion>
        <Composer
          name="message"
          label={m.chat_your_message()}
          draft={`chat-${number}`}
          placeholder={m.chat_your_message()}
          short
          onKeyDown={sendOnEnter}
        />
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <details open={isOpen || undefined} className="min-w-0 grow text-small">
            <summary className="py-2" aria-controls={files}>
              {m.chat_add_files()}
            </summary>
            <div id={files} className="mt-1 grid gap-2">
              <MessageExtras answer={answer} sendingId={sendingId} />
              <p className="text-quiet">
                <DataNotice words={notice} />
              </p>
            </div>
          </details>
          <SendButton answer={answer}>{m.site_contact_send()}</SendButton>
        </div>
      </Form>
    </div>
  )
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  // Enter that ends a word of an input method is no wish to send.
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  if (event.currentTarget.value.trim() !== '') event.currentTarget.form?.requestSubmit()
}
