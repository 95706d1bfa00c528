import { getLocale, m } from '../../platform/language/words.ts'
import { ChoiceFields } from './choice-parts.tsx'

/**
 * At the foot of every public page: the way to the choices, how they stand, and while a consent stands the one button
 * that takes it back, as near as the one that gave it.
 */
export function ChoiceFoot({ stands }: { stands: 'open' | 'refused' | 'given' }) {
  const page = `/${getLocale()}/cookies`
  return (
    <>
      <a href={`${page}#choice`} className="link inline-block py-1">
        {m.site_choice_link()}
      </a>
      {stands === 'refused' && <span> ({m.site_choice_foot_refused()})</span>}
      {stands === 'given' && (
        <form method="post" action={page} className="inline">
          {' ('}
          {m.site_choice_foot_given()},{' '}
          <button type="submit" name="choice" value="withdraw" className="link inline-block py-1 font-medium">
            {m.site_choice_withdraw()}
          </button>
          {')'}
          <ChoiceFields surface="footer" to={page} />
        </form>
      )}
    </>
  )
}
