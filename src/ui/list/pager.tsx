import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../action/button.tsx'

/** Newer and older pages of a list that pages by key: addresses, or null where there is no more. */
export function Pager({ newer, older }: { newer: string | null; older: string | null }) {
  if (!newer && !older) return null
  return (
    <nav aria-label={m.ui_pages_of_list()} className="mt-4 flex gap-3">
      {newer && (
        <LinkButton look="quiet" small to={newer} rel="prev">
          ← {m.ui_newer()}
        </LinkButton>
      )}
      {older && (
        <LinkButton look="quiet" small to={older} rel="next">
          {m.ui_older()} →
        </LinkButton>
      )}
    </nav>
  )
}
