import { Form } from 'react-router'
import { Button, type ButtonLook } from '../../ui/action/button.tsx'
import { WriterField } from '../../ui/form/kept-forms.tsx'

interface ActButtonProps {
  /** Which of the page's forms this is. */
  formId: string
  /** What it acts on. */
  id?: string
  look?: ButtonLook
  /** For those who cannot see what the button stands beside. */
  about?: string
  children: string
}

/** One button that is a whole form: it does one thing to one row. */
export function ActButton({ formId, id, look = 'quiet', about, children }: ActButtonProps) {
  return (
    <Form method="post">
      <WriterField />
      <input type="hidden" name="formId" value={formId} />
      {id && <input type="hidden" name="id" value={id} />}
      <Button look={look} small aria-label={about ? `${children}: ${about}` : undefined}>
        {children}
      </Button>
    </Form>
  )
}
