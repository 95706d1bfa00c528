import type { ReactNode } from 'react'
import { fileSize } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { FileInput } from '../../ui/form/file-input.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { keptValue, type MessageAnswer } from './message-form.ts'

/** Files for a message: those already taken in, which can be left out, and new ones. */
export function FileFields({ answer }: { answer: MessageAnswer | undefined }) {
  const files = answer?.files ?? []
  return (
    <>
      {files.length > 0 && (
        <fieldset>
          <legend className="font-medium">{m.desk_files_taken()}</legend>
          {files.map((file) => (
            <label key={file.id} className="mt-1 flex items-baseline gap-2">
              <input type="checkbox" name="kept" value={keptValue(file)} defaultChecked />
              <span className="break-all">{file.name}</span>
              <span className="text-small text-quiet">{fileSize(file.sizeBytes)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Field name="files" label={m.desk_files()} hint={m.desk_files_hint()} optional>
        <FileInput multiple />
      </Field>
    </>
  )
}

/** Says that a message looks as if it held a secret, and offers the way that keeps it one. Sending stays possible. */
export function SecretQuestion({ answer, staff = false }: { answer: MessageAnswer | undefined; staff?: boolean }) {
  if (!answer?.looksSecret?.length) return null
  return (
    <Notice tone="wait" announce title={m.desk_secret_title()}>
      <p>{staff ? m.desk_secret_why_staff() : m.desk_secret_why()}</p>
      {!staff && (
        <p className="mt-2">
          <TextLink to="/desk/access/offer">{m.desk_secret_hand_over()}</TextLink>
        </p>
      )}
    </Notice>
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
    <Submit look="quiet" name="sure" value="1" aside={m.desk_secret_keep_editing()}>
      {m.desk_secret_send_anyway()}
    </Submit>
  ) : (
    <Submit aside={aside}>{children}</Submit>
  )
}
