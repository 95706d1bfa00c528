import { z } from 'zod'
import { ownFields, writerField } from './kept-place.ts'
import { typed } from './typed.ts'

/**
 * What was typed into a form that could not be taken because nobody was signed in, or not freshly enough. It travels in
 * the body of the sign-in's own forms and in nothing else: no address, no cookie, no row, no log. Secrets and files are not in it.
 */
export interface KeptForm {
  /** Which form of its page. */
  readonly formId: string
  /** Who saw the form when it was opened (see writer.ts): no other human is shown it. */
  readonly writer: string
  readonly values: Readonly<Record<string, string | string[]>>
}

/** Characters of all that is kept of one form: past the longest article with everything beside it. */
const mostKept = 1_000_000

const shape = z.strictObject({
  formId: z.string().max(200),
  writer: z.string().max(100),
  values: z.record(z.string().max(200), z.union([z.string(), z.array(z.string())])),
})

/** What was typed into it, with whose it is from now on. */
export function packKept(kept: KeptForm, writer = kept.writer): string {
  return JSON.stringify({ ...kept, writer })
}

/** Null for what is no form of ours, says not who saw it, holds nothing that was typed, or more than can be carried. */
export function keepForm(form: FormData): KeptForm | null {
  const [formId, writer] = [form.get('formId'), form.get(writerField)]
  if (typeof formId !== 'string' || typeof writer !== 'string') return null
  const values = Object.fromEntries(Object.entries(typed(form)).filter(([name]) => !ownFields.has(name)))
  if (
    Object.values(values)
      .flat()
      .every((value) => value.trim() === '')
  )
    return null
  const kept = { formId, writer, values }
  return JSON.stringify(kept).length <= mostKept && shape.safeParse(kept).success ? kept : null
}

export function unpackKept(text: unknown): KeptForm | null {
  if (typeof text !== 'string' || text.length > mostKept) return null
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
