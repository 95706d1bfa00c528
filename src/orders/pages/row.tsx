import type { ReactNode } from 'react'
import { useFormState } from '../../ui/form/form-state.ts'

/** One row of a list that is edited: closed to its title, open where something in it is faulty. */
export function Row({ at, title, children }: { at: string; title: string; children: ReactNode }) {
  const { answer } = useFormState()
  const faulty = Object.keys(answer?.errors ?? {}).some((name) => name.startsWith(`${at}.`))
  return (
    <details open={faulty || undefined} className="rounded-md border border-line bg-raised px-4 py-2.5">
      <summary className="cursor-pointer font-medium break-words">{title}</summary>
      <div className="@container mt-4 mb-2 grid gap-5">{children}</div>
    </details>
  )
}
