/**
 * An article's Markdown (CommonMark) as blocks that a page can show. What could act or load something is not among them:
 * HTML stays the text that it is, an image becomes a link, and a link leads by https, http, mailto or within the desk alone.
 */
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { z } from 'zod'

export type Inline =
  | string
  | { readonly kind: 'strong' | 'emphasis'; readonly children: Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: string; readonly children: Inline[] }
  | { readonly kind: 'break' }

export type Block =
  | { readonly kind: 'paragraph'; readonly children: Inline[] }
  /** 2 or 3: the title of the page is 1. */
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly children: Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: Block[][] }
  | { readonly kind: 'quote'; readonly children: Block[] }
  | { readonly kind: 'rule' }

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ kind: z.enum(['strong', 'emphasis']), children: z.array(inline) }),
    z.object({ kind: z.literal('code'), text: z.string() }),
    z.object({ kind: z.literal('link'), to: z.string(), children: z.array(inline) }),
    z.object({ kind: z.literal('break') }),
  ]),
)

/** The shape of a block in an operation's answer. */
export const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('paragraph'), children: z.array(inline) }),
    z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), children: z.array(inline) }),
    z.object({ kind: z.literal('code'), text: z.string() }),
    z.object({
      kind: z.literal('list'),
      ordered: z.boolean(),
      start: z.int(),
      items: z.array(z.array(block)),
    }),
    z.object({ kind: z.literal('quote'), children: z.array(block) }),
    z.object({ kind: z.literal('rule') }),
  ]),
)

/** Deeper nesting is shown as the text that it is: nobody reads it, and a page must not be made to recurse without end. */
const deepest = 12

export function formatted(text: string): Block[] {
  return isCrowded(text) ? asParagraphs(text) : blocks(fromMarkdown(text).children, text, 0)
}

/** One mark of a quote or a list at the beginning of a line, and what may stand before the next. */
const container = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
const most = { containersOfLine: 20, containers: 1_500, marksOfParagraph: 1_000, marks: 3_000 } as const

/**
 * Whether a text holds more marks than anybody writes: reading those takes CommonMark's reader time by their square
 * (half a minute for twenty thousand), in which nobody else is answered.
 */
function isCrowded(text: string): boolean {
  const marks = text.split(/\n[ \t]*\n/).map((part) => part.match(/[*_[\]`]/g)?.length ?? 0)
  const containers = text.split('\n').map(containersOf)
  return (
    containers.some((count) => count > most.containersOfLine) ||
    marks.some((count) => count > most.marksOfParagraph) ||
    sum(containers) > most.containers ||
    sum(marks) > most.marks
  )
}

function containersOf(line: string): number {
  let count = 0
  container.lastIndex = 0
  while (container.test(line)) count += 1
  return count
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

function asParagraphs(text: string): Block[] {
  return text
    .split(/\n[ \t]*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', children: [part] }))
}

type AnyBlock = RootContent | BlockContent | DefinitionContent

function blocks(nodes: readonly AnyBlock[], text: string, depth: number): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (depth > deepest) return [asWritten(node, text)]
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', children: inlines(node.children, 0) }]
      case 'heading':
        return [{ kind: 'heading', level: node.depth === 1 ? 2 : 3, children: inlines(node.children, 0) }]
      case 'code':
        return [{ kind: 'code', text: node.value }]
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered ?? false,
            start: node.start ?? 1,
            items: node.children.map((item) => blocks(item.children, text, depth + 1)),
          },
        ]
      case 'blockquote':
        return [{ kind: 'quote', children: blocks(node.children, text, depth + 1) }]
      case 'thematicBreak':
        return [{ kind: 'rule' }]
      default:
        return [asWritten(node, text)]
    }
  })
}

/** HTML, a definition, whatever else there may be: its own characters. */
function asWritten(node: AnyBlock, text: string): Block {
  const { start, end } = node.position ?? {}
  return { kind: 'paragraph', children: [text.slice(start?.offset ?? 0, end?.offset ?? 0)] }
}

function inlines(nodes: readonly PhrasingContent[], depth: number): Inline[] {
  return nodes.map((node): Inline => {
    switch (node.type) {
      case 'text':
      case 'html':
        return node.value
      case 'strong':
      case 'emphasis':
        return depth > deepest
          ? wordsOf(node.children)
          : { kind: node.type, children: inlines(node.children, depth + 1) }
      case 'inlineCode':
        return { kind: 'code', text: node.value }
      case 'break':
        return { kind: 'break' }
      case 'link':
        return linkTo(node.url, depth > deepest ? [wordsOf(node.children)] : inlines(node.children, depth + 1))
      case 'image':
        return linkTo(node.url, [node.alt || node.url])
      case 'imageReference':
        return node.alt ?? ''
      default:
        return 'children' in node ? wordsOf(node.children) : ''
    }
  })
}

function wordsOf(nodes: readonly PhrasingContent[]): string {
  const words: string[] = []
  const left: PhrasingContent[] = [...nodes]
  for (let node = left.shift(); node; node = left.shift()) {
    if ('children' in node) left.unshift(...node.children)
    else if ('value' in node) words.push(node.value)
  }
  return words.join('')
}

/** A link that leads where a link may, or its words with the address after them. */
function linkTo(url: string, children: Inline[]): Inline {
  const within = /^\/(?![/\\])/.test(url)
  if (within || /^(?:https?:\/\/|mailto:)/i.test(url)) return { kind: 'link', to: url, children }
  return { kind: 'emphasis', children: [...children, ` (${url})`] }
}
