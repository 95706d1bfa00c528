import { m } from '../../platform/language/words.ts'
import { Section } from '../../ui/shell/page.tsx'
import { said } from './said.ts'

interface WillBeToldProps {
  told: readonly { readonly ro: string; readonly en: string }[]
}

/** Article 19: who learns of the end, said before the button. */
export function WillBeTold({ told }: WillBeToldProps) {
  if (told.length === 0) return null
  return (
    <Section title={m.rights_told_erasure_title()}>
      <ul className="border-t border-line">
        {told.map((one) => (
          <li key={one.ro} className="border-b border-line py-2 break-words">
            {said(one)}
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-quiet">{m.rights_told_erasure_how()}</p>
    </Section>
  )
}
