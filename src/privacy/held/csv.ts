/** CSV as RFC 4180 has it, safe to open in a spreadsheet. */

/** Lets spreadsheets read the file as UTF-8. */
export const byteOrderMark = '\ufeff'

export function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = harmless(textOf(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A value as text: times in ISO 8601, bytes in base64, lists and objects as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return value.toString('base64')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it, which makes it a text again: also after a semicolon, a
 * tab or a line's end. Where the comma stands in numbers, as in Romania, a spreadsheet parts cells there, and a quote that
 * does not begin a cell keeps nothing together.
 */
function harmless(text: string): string {
  return text.replaceAll(/(^|[;\t\r\n])([\s"]*)(?=[=+\-@])/g, "$1$2'").replace(/^(?=[\t\r\n])/, "'")
}
