/** A printed document as one HTML page: no script, nothing from elsewhere, headings and tables as what they are. */
import type { Block, PrintedDocument } from './document.ts'

export function documentHtml(document: PrintedDocument): string {
  const { title, language, day, from, to, parts } = document
  const head = `<header><p>${from.map(escaped).join('<br>')}</p><p>${escaped(day)}</p>${to ? `<p>${escaped(to)}</p>` : ''}</header>`
  const body = parts.map(
    (part) => `<section><h2>${escaped(part.heading)}</h2>${part.blocks.map(blockHtml).join('')}</section>`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main>${head}<h1>${escaped(title)}</h1>${body.join('')}</main></body></html>
`
}

const style =
  'body{margin:0;padding:2rem 1rem;font:1rem/1.5 system-ui,sans-serif}main{max-width:44rem;margin:0 auto}' +
  'h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.125rem;margin-top:2rem}p,li,td,th{overflow-wrap:anywhere}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8884}'

function blockHtml(block: Block): string {
  if (block.kind === 'text') return `<p>${escaped(block.text).replaceAll('\n', '<br>')}</p>`
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
  if (block.kind === 'facts') {
    const rows = block.rows.map(
      ([term, value]) => `<tr><th scope="row">${escaped(term)}</th><td>${escaped(value)}</td></tr>`,
    )
    return rows.length === 0 ? '' : `<table><tbody>${rows.join('')}</tbody></table>`
  }
  const head = block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')
  const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
