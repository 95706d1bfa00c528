import { type ReactNode, useEffect, useRef, useState } from 'react'
import { keptValue, type MessageAnswer } from '../../platform/http/message-form.ts'
import { fileSize } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../form/field.tsx'
import { FileInput } from '../form/file-input.tsx'
import { useFormState } from '../form/form-state.ts'
import { Submit } from '../form/submit.tsx'
import { Notice } from '../text/notice.tsx'

interface MessageExtrasProps {
  answer: MessageAnswer | undefined
  /** The id of this sending, from the loader: the same form sent twice is one message. */
  sendingId: string
}

/** What goes with a message: the id of its sending, files already taken in (they can be left out), and new ones. */
export function MessageExtras({ answer, sendingId }: MessageExtrasProps) {
  const sending = useSending(sendingId)
  const files = answer?.files ?? []
  return (
    <>
      <input type="hidden" name="sendingId" value={sending} />
      {files.length > 0 && (
        <fieldset>
          <legend className="font-medium">{m.ui_files_taken()}</legend>
          {files.map((file) => (
            <label key={file.id} className="mt-1 flex items-baseline gap-2">
              <input type="checkbox" name="kept" value={keptValue(file)} defaultChecked />
              <span className="break-all">{file.name}</span>
              <span className="text-small whitespace-nowrap text-quiet">{fileSize(file.sizeBytes)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Field name="files" label={m.ui_files()} hint={m.ui_files_hint()} optional>
        {/* Made anew once its files were taken in, or they would be sent again with the next try. */}
        <FileInput key={`${sending} ${files.map((file) => file.id)}`} multiple />
      </Field>
    </>
  )
}

/** The id of a sending, for a form without files. */
export function SendingId({ newest }: { newest: string }) {
  return <input type="hidden" name="sendingId" value={useSending(newest)} />
}

/** Stays the same while the page reads its data anew, until the message is through; then it is the newest one. */
function useSending(newest: string): string {
  const { busy, answer } = useFormState()
  const [sending, setSending] = useState(newest)
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !busy && answer === undefined) setSending(newest)
    wasBusy.current = busy
  }, [busy, answer, newest])
  return sending
}

/** Says that a message looks as if it held a secret. Sending stays possible. @param children what else can be done with it */
export function SecretQuestion({ answer, children }: { answer: MessageAnswer | undefined; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const asked = (answer?.looksSecret?.length ?? 0) > 0
  useEffect(() => {
    if (answer && asked) box.current?.focus()
  }, [answer, asked])
  if (!asked) return null
  return (
    <div ref={box} tabIndex={-1} className="rounded-md">
      <Notice tone="wait" announce title={m.ui_secret_title()}>
        {children}
      </Notice>
    </div>
  )
}

/** The button that sends; after the question about a secret, the one that sends it all the same. */
export function SendButton({
  answer,
  children,
  aside,
}: {
  answer: MessageAnswer | undefined
  children: ReactNode
  aside?: ReactNode
}) {
  return answer?.looksSecret?.length ? (
    <Submit look="quiet" name="sure" value="1" aside={m.ui_secret_keep_editing()}>
      {m.ui_secret_send_anyway()}
    </Submit>
  ) : (
    <Submit aside={aside}>{children}</Submit>
  )
}
