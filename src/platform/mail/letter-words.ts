/** A letter as it is written: typed text, from which both the plain and the HTML form are made. */

export interface LetterWords {
  readonly subject: string
  /** Paragraphs of plain text. Line breaks are kept. */
  readonly lines: readonly string[]
  /** The one thing to do, as a link. */
  readonly action?: { readonly label: string; readonly url: string }
  /** Quiet paragraphs below. */
  readonly after?: readonly string[]
}

export interface LetterFrame {
  readonly language: 'ro' | 'en'
  /** Who writes, below the letter: name, address. */
  readonly footer: readonly string[]
  /** Address of an image that says when the letter is opened, for who agreed to it; nobody else's letter has one. */
  readonly image?: string
}

/** The plain text form: everything that the HTML says, links written out. */
export function plainText(words: LetterWords, frame: LetterFrame): string {
  const action = words.action ? [`${words.action.label}:\n${words.action.url}`] : []
  return [...words.lines, ...action, ...(words.after ?? []), ['-- ', ...frame.footer].join('\n')].join('\n\n')
}

/** The HTML form: no style from elsewhere, and no image but the one that the reader agreed to. */
export function html(words: LetterWords, frame: LetterFrame): string {
  const paragraph = (text: string, style: string) =>
    `<p style="margin:0 0 16px;${style}">${escaped(text).replaceAll('\n', '<br>')}</p>`
  const body = words.lines.map((line) => paragraph(line, ''))
  const action = words.action
    ? [
        `<p style="margin:24px 0"><a href="${escaped(words.action.url)}" style="background:#0f6b6b;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escaped(words.action.label)}</a></p>`,
        paragraph(words.action.url, 'font-size:13px;color:#5c6660;word-break:break-all'),
      ]
    : []
  const after = (words.after ?? []).map((line) => paragraph(line, 'font-size:13px;color:#5c6660'))
  const footer = paragraph(
    frame.footer.join('\n'),
    'font-size:13px;color:#5c6660;border-top:1px solid #dcdcd4;padding-top:16px;margin-top:32px',
  )
  const image = frame.image ? `<img src="${escaped(frame.image)}" width="1" height="1" alt="">` : ''
  return `<!doctype html><html lang="${frame.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(words.subject)}</title></head><body style="margin:0;padding:24px;font:15px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto">${[...body, ...action, ...after, footer].join('')}</div>${image}</body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
