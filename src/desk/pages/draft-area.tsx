import { useFormState } from '../../ui/form/form-state.ts'
import { TextArea } from '../../ui/form/text-area.tsx'
import { useDraft } from '../../ui/talk/use-draft.ts'

/** A text area inside a <Field> whose words outlive a reload, under a name of their own in this tab. */
export function DraftArea({ draft, placeholder }: { draft: string; placeholder?: string }) {
  const { answer, busy } = useFormState()
  return <TextArea ref={useDraft(draft, { busy, refused: answer !== undefined })} tall placeholder={placeholder} />
}
