import { m } from '../../platform/language/words.ts'
import { PlaceLink } from '../../ui/action/place-link.tsx'
import { kinds, type RequestKind } from './request-words.ts'

export const askedFor: Readonly<Record<RequestKind, readonly [title: () => string, words: () => string]>> = {
  access: [() => m.rights_ask_kind_access(), () => m.rights_ask_words_access()],
  rectification: [() => m.rights_ask_kind_rectification(), () => m.rights_ask_words_rectification()],
  erasure: [() => m.rights_ask_kind_erasure(), () => m.rights_ask_words_erasure()],
  restriction: [() => m.rights_ask_kind_restriction(), () => m.rights_ask_words_restriction()],
  objection: [() => m.rights_ask_kind_objection(), () => m.rights_ask_words_objection()],
  withdrawal: [() => m.rights_ask_kind_withdrawal(), () => m.rights_ask_words_withdrawal()],
  portability: [() => m.rights_ask_kind_portability(), () => m.rights_ask_words_portability()],
  recipients: [() => m.rights_ask_kind_recipients(), () => m.rights_ask_words_recipients()],
  automated: [() => m.rights_ask_kind_automated(), () => m.rights_ask_words_automated()],
}

/** What may be asked, in the words of who asks; each leads to its form. */
export function RequestKinds({ base }: { base: string }) {
  return (
    <ul className="border-t border-line">
      {kinds.map((kind) => {
        const [title, words] = askedFor[kind]
        return (
          <li key={kind} className="relative border-b border-line py-3 hover:bg-raised" data-row="">
            <PlaceLink to={`${base}?kind=${kind}`} className="row-target link font-medium after:absolute after:inset-0">
              {title()}
            </PlaceLink>
            <p className="max-w-prose text-small text-quiet">{words()}</p>
          </li>
        )
      })}
    </ul>
  )
}
