import { useState } from 'react'
import { useLocation, useNavigation } from 'react-router'

/**
 * What a form came back with, kept until it is sent again or another page is opened. The router forgets it when the page
 * reads its data anew, and with it the mistakes, the questions and the files that were taken in.
 */
export function useAnswer<Answer>(answer: Answer | undefined): Answer | undefined {
  const { key } = useLocation()
  const { state } = useNavigation()
  const [kept, keep] = useState<{ key: string; answer: Answer } | null>(null)
  const isNew = answer !== undefined && answer !== null && kept?.answer !== answer
  const isPast = kept !== null && (kept.key !== key || (state === 'submitting' && answer !== kept.answer))
  if (isNew) keep({ key, answer })
  else if (isPast) keep(null)
  if (isNew) return answer
  return isPast ? undefined : kept?.answer
}
