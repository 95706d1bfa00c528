/** What people write here, as input fields. Control characters but for line breaks and tabs have no place in it. */
import { z } from 'zod'
import { m } from '../platform/language/words.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const noControl = (text: string) => !control.test(text)
const expectation = { error: () => m.ui_expect_no_control() }

/** One line. Breaks become spaces, as a line pasted with its break is still a line. */
export const writtenLine = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(most).refine(noControl, expectation))

/** Paragraphs. Line ends are the browser's two or a program's one; they are stored as one. */
export const writtenText = (most: number, least = 1) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim())
    .pipe(z.string().min(least).max(most).refine(noControl, expectation))

export const subject = writtenLine(300)
export const messageBody = writtenText(20_000)
/** Chosen by the sender, so that the same form sent twice is one message. */
export const sendingId = z.uuid().optional()
