import type { ZodError } from 'zod'

/** Each faulty field, by its path ("files.0.name"), with what was expected. The value itself is never repeated. */
export function fieldsOf(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : []
    const paths = extra.length > 0 ? extra.map((key) => [...issue.path, key]) : [issue.path]
    for (const path of paths) {
      const field = path.join('.') || 'body'
      // Of two bounds that a number is past the first is that of all numbers, and the second its field's own.
      if (issue.code === 'too_big') fields[field] = issue.message
      else fields[field] ??= issue.message
    }
  }
  return fields
}
