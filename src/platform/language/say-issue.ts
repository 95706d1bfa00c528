import type { z } from 'zod'
import { number } from './format.ts'
import { m } from './words.ts'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** What was expected of a faulty input, in the language of the request: "at least 2 characters", never the value. */
export function sayIssue(issue: Issue): string {
  if (issue.code === 'invalid_type') return missing(issue) ? m.ui_expect_something() : sayType(issue.expected)
  if (issue.code === 'too_small') return saySize(issue, Number(issue.minimum), true)
  if (issue.code === 'too_big') return saySize(issue, Number(issue.maximum), false)
  if (issue.code === 'invalid_format') return missing(issue) ? m.ui_expect_something() : sayFormat(issue.format)
  if (issue.code === 'invalid_value') return m.ui_expect_one_of_the_choices()
  if (issue.code === 'unrecognized_keys') return m.ui_expect_no_such_field()
  return m.ui_expect_other()
}

function missing(issue: Issue): boolean {
  return issue.input === undefined || issue.input === null || issue.input === ''
}

function sayType(expected: string): string {
  if (expected === 'int' || expected === 'bigint') return m.ui_expect_whole_number()
  if (expected === 'number') return m.ui_expect_number()
  if (expected === 'date') return m.ui_expect_date()
  return m.ui_expect_other()
}

function saySize(issue: Issue & { code: 'too_small' | 'too_big' }, count: number, least: boolean): string {
  if (issue.origin === 'string') {
    if (least && (missing(issue) || count === 1)) return m.ui_expect_something()
    return least ? m.ui_expect_min_characters({ count }) : m.ui_expect_max_characters({ count })
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    return least ? m.ui_expect_min_items({ count }) : m.ui_expect_max_items({ count })
  }
  if (issue.origin === 'date') return least ? m.ui_expect_later() : m.ui_expect_earlier()
  if (least && count === 0) return m.ui_expect_not_negative()
  return least ? m.ui_expect_at_least({ count: number(count) }) : m.ui_expect_at_most({ count: number(count) })
}

function sayFormat(format: string): string {
  if (format === 'email') return m.ui_expect_email()
  if (format === 'url') return m.ui_expect_url()
  if (format === 'e164') return m.ui_expect_phone()
  if (format === 'datetime') return m.ui_expect_moment()
  if (format === 'date' || format === 'time') return m.ui_expect_date()
  if (format === 'uuid' || format === 'guid') return m.ui_expect_one_of_the_choices()
  return m.ui_expect_other()
}
