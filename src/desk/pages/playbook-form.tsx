import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'
import type { PlaybookVersion } from '../playbook/playbook.view.ts'
import { playbookHints, playbookLabels, playbookOrder } from './playbook-words.ts'

interface PlaybookFormProps {
  sheet: PlaybookVersion | null
  answer: FormAnswer | undefined
  notice: NoticeWords
}

/** The client policy sheet, to be written. It says which version it was read at, so that nobody is overwritten unseen. */
export function PlaybookForm({ sheet, answer, notice }: PlaybookFormProps) {
  return (
    <Form answer={answer}>
      <input type="hidden" name="seen" value={sheet?.version ?? 0} />
      {playbookOrder.map((field, at) => (
        <Field
          key={field}
          name={field}
          label={playbookLabels[field]()}
          hint={playbookHints[field]()}
          notice={at === 0 ? notice : undefined}
          optional
        >
          <TextArea defaultValue={sheet?.[field]} maxLength={4_000} />
        </Field>
      ))}
      <Submit aside={m.desk_playbook_save_next()}>{m.desk_playbook_save()}</Submit>
    </Form>
  )
}
