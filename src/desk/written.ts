/** What people write here, as input fields. */
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const unseen = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * Without the signs that nobody sees: a log that was copied from a terminal is full of them (colours, bells), and whoever pastes
 * it at night could not find them to take them out.
 */
const seen = (text: string) => stripVTControlCharacters(text).replaceAll(unseen, '')

/** One line. Breaks become spaces, as a line pasted with its break is still a line. */
export const writtenLine = (most: number) =>
  z
    .string()
    .transform((text) => seen(text).replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(most))

/** Paragraphs. Line ends are the browser's two or a program's one; they are stored as one. */
export const writtenText = (most: number, least = 1) =>
  z
    .string()
    .transform((text) => seen(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).trim())
    .pipe(z.string().min(least).max(most))

export const subject = writtenLine(300)
export const messageBody = writtenText(20_000)
/** Chosen by the sender, so that the same form sent twice is one message. */
export const sendingId = z.uuid().optional()
