import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { When } from '../text/when.tsx'

export interface Step {
  readonly key: string
  readonly title: ReactNode
  /** `now`: the step at which things stand; it is open and says who must do what. */
  readonly state: 'done' | 'now' | 'later' | 'stopped'
  readonly at?: Date | string | null
  readonly by?: ReactNode
  readonly children?: ReactNode
}

/** What happened, what happens now, what comes: from top to bottom, one line each but for the step at hand. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="timeline">
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span
              className={classNames(
                step.state === 'now' ? 'text-lead font-semibold' : 'font-medium',
                step.state === 'later' && 'text-quiet',
              )}
            >
              {step.title}
            </span>
            {(step.at || step.by) && (
              <span className="text-small text-quiet">
                {step.at && <When at={step.at} />}
                {step.at && step.by ? ' · ' : ''}
                {step.by}
              </span>
            )}
          </div>
          {step.children && <div className="mt-1.5 max-w-prose">{step.children}</div>}
        </li>
      ))}
    </ol>
  )
}
