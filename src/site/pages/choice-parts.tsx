import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'

/** No and yes: the same size, the same look, one after the other. */
export function AgreeOrNot() {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Button look="quiet" name="choice" value="reject">
        {m.site_choice_reject()}
      </Button>
      <Button look="quiet" name="choice" value="accept">
        {m.site_choice_accept()}
      </Button>
    </div>
  )
}

interface ChoiceFieldsProps {
  surface: 'bar' | 'cookie page' | 'footer'
  /** The page to come back to. */
  to: string
  /** The mark of the words beside the buttons. */
  asked?: string
}

/** What a choice form carries besides the button that was pressed. */
export function ChoiceFields({ surface, to, asked }: ChoiceFieldsProps) {
  return (
    <>
      <input type="hidden" name="surface" value={surface} />
      <input type="hidden" name="to" value={to} />
      {asked && <input type="hidden" name="asked" value={asked} />}
    </>
  )
}
