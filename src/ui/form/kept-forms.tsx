import { createContext, type ReactNode, useContext, useState } from 'react'
import { useLocation } from 'react-router'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import type { KeptForm } from '../../platform/http/kept-form.ts'
import { writerField } from '../../platform/http/kept-place.ts'
import { m } from '../../platform/language/words.ts'
import { Notice } from '../text/notice.tsx'

interface Here {
  /** Who fills in forms here; goes with each. */
  readonly writer: string
  /** The page that was asked for. */
  readonly path: string
  /** What was typed into a form of it before signing in again. */
  readonly kept: KeptForm | null
}

const HereContext = createContext<Here>({ writer: '', path: '', kept: null })

/** Around the pages of a desk: gives a form back what was typed into it, and says that nothing of it was sent. */
export function KeptForms({ here, children }: { here: Here; children: ReactNode }) {
  const { pathname, search } = useLocation()
  const kept = here.path === pathname + search ? here.kept : null
  return (
    <HereContext value={{ ...here, kept }}>
      {kept && (
        <div className="mx-auto w-full max-w-page px-4 pt-6 sm:px-6 lg:px-8">
          <Notice tone="wait" announce title={m.ui_kept_title()}>
            <p>{m.ui_kept_words()}</p>
            <Written kept={kept} />
          </Notice>
        </div>
      )}
      {children}
    </HereContext>
  )
}

/** For where the form is not: the texts themselves, to be copied. */
export function Written({ kept }: { kept: KeptForm }) {
  const long = Object.values(kept.values)
    .flat()
    .filter((text) => text.length >= 20 && /\s/.test(text))
  const texts = [...new Set(long)]
  if (texts.length === 0) return null
  return (
    <details className="mt-2">
      <summary className="cursor-pointer">{m.ui_kept_texts()}</summary>
      {texts.map((text) => (
        <p key={text} className="mt-2 max-h-60 overflow-y-auto whitespace-pre-wrap break-words text-small">
          {text}
        </p>
      ))}
    </details>
  )
}

/** What a form of this page is to show as typed, unless it was sent since. */
export function useKept(form: string): FormAnswer | undefined {
  const { kept } = useContext(HereContext)
  return kept?.formId === form ? { errors: {}, values: kept.values } : undefined
}

/**
 * Who saw the form that asks, for as long as it stands there. A page that reads itself anew under another session, which a
 * second tab has begun, still holds what the first person typed.
 */
export function useWriter(): string {
  const { writer } = useContext(HereContext)
  const [first] = useState(writer)
  return first
}

/** Goes first in every form of a desk that is not a `<Form>`. */
export function WriterField() {
  const writer = useWriter()
  return writer ? <input type="hidden" name={writerField} value={writer} /> : null
}
