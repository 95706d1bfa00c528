import { Fragment, type ReactNode } from 'react'
import { Prose } from '../../ui/text/prose.tsx'
import type { Block, Inline } from '../article/formatted.ts'

/** An article as it is read. Its text comes as blocks, so nothing in it can be markup of this page. */
export function ArticleText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <Prose>
      {blocks.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are not reordered
        <BlockPart key={at} block={one} />
      ))}
    </Prose>
  )
}

function BlockPart({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="break-words">
          <Inlines parts={block.children} />
        </p>
      )
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3'
      return (
        <Heading className="break-words">
          <Inlines parts={block.children} />
        </Heading>
      )
    }
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled with the keyboard too
        <pre tabIndex={0} className="font-mono text-small">
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List {...(block.ordered && block.start !== 1 ? { start: block.start } : {})}>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items are not reordered
            <li key={at} className="break-words">
              <Item blocks={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'quote':
      return (
        <blockquote>
          {block.children.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks are not reordered
            <BlockPart key={at} block={one} />
          ))}
        </blockquote>
      )
    case 'rule':
      return <hr className="border-line" />
  }
}

/** A point of one paragraph is its words alone. */
function Item({ blocks }: { blocks: readonly Block[] }) {
  const [first] = blocks
  if (blocks.length === 1 && first?.kind === 'paragraph') return <Inlines parts={first.children} />
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks are not reordered
  return blocks.map((one, at) => <BlockPart key={at} block={one} />)
}

function Inlines({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words are not reordered
    <Fragment key={at}>
      <InlinePart part={part} />
    </Fragment>
  ))
}

function InlinePart({ part }: { part: Inline }): ReactNode {
  if (typeof part === 'string') return part
  switch (part.kind) {
    case 'strong':
      return (
        <strong>
          <Inlines parts={part.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines parts={part.children} />
        </em>
      )
    case 'code':
      return <code className="font-mono">{part.text}</code>
    case 'link':
      return (
        <a href={part.to} rel="noreferrer nofollow ugc">
          <Inlines parts={part.children} />
        </a>
      )
    case 'break':
      return <br />
  }
}
