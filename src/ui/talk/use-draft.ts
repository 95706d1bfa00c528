import { useEffect, useRef } from 'react'
import { useWriter } from '../form/kept-forms.tsx'

/**
 * Keeps what is typed into a textarea in this browser tab (session storage: gone with the tab) until it has been
 * sent, and puts it back after a reload, for whoever typed it alone. What the server sent back with a form wins over the draft.
 */
export function useDraft(name: string, form: { busy: boolean; refused: boolean }) {
  const { busy, refused } = form
  const area = useRef<HTMLTextAreaElement>(null)
  const wasBusy = useRef(false)
  const key = `draft ${useWriter()} ${name}`

  useEffect(() => {
    const field = area.current
    if (!field) return
    const keep = () => {
      if (field.value === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, field.value)
    }
    if (field.value === '') field.value = sessionStorage.getItem(key) ?? ''
    // Someone was quicker than the script.
    else if (field.value !== field.defaultValue) keep()
    field.addEventListener('input', keep)
    return () => field.removeEventListener('input', keep)
  }, [key])

  useEffect(() => {
    const field = area.current
    if (wasBusy.current && !busy && !refused && field) {
      field.value = ''
      sessionStorage.removeItem(key)
    }
    wasBusy.current = busy
  }, [busy, refused, key])

  return area
}
