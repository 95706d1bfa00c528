import { Fragment } from 'react'
import { Facts } from '../../ui/text/facts.tsx'
import type { RequestView } from './request-words.ts'

type Document = NonNullable<RequestView['answers'][number]['document']>
type Block = Document['parts'][number]['blocks'][number]

/** An answer as it was sent, word for word. */
export function AnswerLetter({ document }: { document: Document }) {
  return (
    <div lang={document.language} className="grid gap-5 border-l-2 border-line pl-4">
      <p className="text-small text-quiet">
        {document.from.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        <span className="block">{document.day}</span>
      </p>
      {document.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a letter that was sent is never reordered
        <section key={at}>
          <h4 className="mb-1.5 font-semibold">{part.heading}</h4>
          <div className="grid gap-2">
            {part.blocks.map((block, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Fragment key={place}>
                <Shown block={block} />
              </Fragment>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function Shown({ block }: { block: Block }) {
  if (block.kind === 'text') return <p className="max-w-prose break-words whitespace-pre-line">{block.text}</p>
  if (block.kind === 'facts') return <Facts items={block.rows.map(([term, value]) => ({ term, value }))} />
  if (block.kind === 'list') {
    return (
      <ul className="max-w-prose list-disc pl-5">
        {block.items.map((item) => (
          <li key={item} className="break-words">
            {item}
          </li>
        ))}
      </ul>
    )
  }
  return <Rows head={block.head} rows={block.rows} />
}

/** A table on a desktop; on a phone each row is a few lines, with what they are. */
function Rows({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: rows laid out as blocks lose their roles without these
    <table role="table" className="w-full border-t border-line max-md:block">
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row">
          {head.map((cell) => (
            <th
              key={cell}
              role="columnheader"
              scope="col"
              className="px-2 py-1.5 text-start text-small font-medium text-quiet first:pl-0"
            >
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr key={row.join('|')} role="row" className="border-b border-line max-md:block max-md:py-2">
            {row.map((cell, at) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row stand in the order of its head
                key={at}
                role="cell"
                className="px-2 py-1.5 align-baseline break-words first:pl-0 max-md:block max-md:p-0"
              >
                {at > 0 && <span className="text-small text-quiet md:hidden">{head[at]}: </span>}
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
