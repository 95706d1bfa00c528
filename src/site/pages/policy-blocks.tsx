import type { Block, Inline } from '../../privacy/prose/block.ts'
import { PolicyTable, type Tables } from './policy-table.tsx'

/** The words of a clause. Only what blocks can be is drawn: no markup passes through here. */
export function PolicyBlocks({ blocks, tables }: { blocks: readonly Block[]; tables: Tables }) {
  return blocks.map((block, index) => {
    const key = `${block.kind} ${index}`
    if (block.kind === 'table') return <PolicyTable key={key} name={block.table} rows={tables[block.table]} />
    if (block.kind === 'paragraph') {
      return (
        <p key={key}>
          <Inlines of={block.children} />
        </p>
      )
    }
    return (
      <ul key={key}>
        {block.items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the policy's lists are not reordered
          <li key={place}>
            <Inlines of={item} />
          </li>
        ))}
      </ul>
    )
  })
}

function Inlines({ of }: { of: readonly Inline[] }) {
  return of.map((inline, index) => {
    const key = `${inline.kind} ${index}`
    if (inline.kind === 'text') return inline.text
    const { children } = inline
    if (inline.kind === 'link') {
      return (
        <a key={key} href={inline.to}>
          <Inlines of={children} />
        </a>
      )
    }
    const Mark = inline.kind === 'strong' ? 'strong' : 'em'
    return (
      <Mark key={key}>
        <Inlines of={children} />
      </Mark>
    )
  })
}
