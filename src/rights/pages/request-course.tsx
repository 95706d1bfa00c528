import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { type Step, Timeline } from '../../ui/list/timeline.tsx'
import { byWords, type RequestView, stepWords } from './request-words.ts'

/** What happened to a request, by whom and when, and what comes next. */
export function RequestCourse({ of, reader }: { of: RequestView; reader: 'person' | 'staff' }) {
  const past = of.steps.map(
    (step, at): Step => ({
      key: `${at} ${step.kind}`,
      title: stepWords[step.kind](),
      state: 'done',
      at: step.at,
      by: reader === 'person' && step.by === 'person' ? m.rights_by_you() : byWords[step.by](),
    }),
  )
  return <Timeline steps={of.closedAt ? past : [...past, next(of)]} />
}

function next({ identity, dueOn }: RequestView): Step {
  if (identity === 'asked') return { key: 'next', title: m.rights_step_next_identity(), state: 'now' }
  const by = dueOn && m.rights_step_next_answer_by({ day: civilDay(dueOn) })
  return { key: 'next', title: m.rights_step_next_answer(), state: 'now', children: by }
}
