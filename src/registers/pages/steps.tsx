import { m } from '../../platform/language/words.ts'
import { Section } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import { stepWords } from './recipient-words.tsx'

interface Step {
  readonly id: string
  readonly kind: keyof typeof stepWords
  readonly why: string | null
  readonly at: Date
  readonly by: string | null
}

/** What happened to an entry, the newest first. None of it changes any more. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <Section title={m.registers_history()}>
      <ol className="border-t border-line">
        {steps.map((step) => (
          <li key={step.id} className="border-b border-line py-2">
            <span className="font-medium">{stepWords[step.kind]()}</span>{' '}
            <span className="text-quiet">
              <When at={step.at} exact /> · {step.by ?? m.registers_by_setup()}
            </span>
            {step.why && <span className="block max-w-prose text-small text-quiet">{step.why}</span>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
