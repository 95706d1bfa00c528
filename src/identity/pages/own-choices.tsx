import { getLocale, m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'

/** In which language the desk and its letters speak to this person. */
export function LanguageChoice({ to }: { to: string }) {
  return (
    <fieldset>
      <legend className="font-medium">{m.identity_language()}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {(['ro', 'en'] as const).map((language) => (
          <form key={language} method="post" action="/language">
            <input type="hidden" name="language" value={language} />
            <input type="hidden" name="to" value={to} />
            <Button look="quiet" small lang={language} aria-pressed={language === getLocale()}>
              {language === 'ro' ? 'Română' : 'English'}
              {language === getLocale() && <span aria-hidden="true">✓</span>}
            </Button>
          </form>
        ))}
      </div>
    </fieldset>
  )
}

interface PlaceChoiceProps {
  places: readonly { accountId: string; name: string; isThis: boolean }[]
  isStaff: boolean
  actsAsStaff: boolean
}

/** Where this browser acts, for whoever has several places. */
export function PlaceChoice({ places, isStaff, actsAsStaff }: PlaceChoiceProps) {
  if (places.length + (isStaff ? 1 : 0) < 2) return null
  const all = [
    ...(isStaff ? [{ accountId: '', name: m.identity_as_staff(), isThis: actsAsStaff }] : []),
    ...places.map((place) => (actsAsStaff ? { ...place, isThis: false } : place)),
  ]
  return (
    <fieldset className="w-full max-w-form">
      <legend className="font-medium">{m.identity_places()}</legend>
      <ul className="mt-2 border-t border-line">
        {all.map((place) => (
          <li key={place.accountId} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
            <span className="min-w-0 grow break-words">{place.name}</span>
            {place.isThis ? (
              <StateWord tone="live">{m.identity_here()}</StateWord>
            ) : (
              <form method="post" action="/switch">
                <input type="hidden" name="accountId" value={place.accountId} />
                <Button look="quiet" small>
                  {m.identity_switch()}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
