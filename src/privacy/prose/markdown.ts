/** From Markdown to blocks. Anything that a policy does not need is refused by name, with its line. */
import type { BlockContent, DefinitionContent, Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block, Inline, TableName } from './block.ts'
import { tableNames } from './block.ts'

export class ProseError extends Error {
  readonly findings: readonly string[]
  constructor(findings: readonly string[]) {
    super(findings.join('\n'))
    this.findings = findings
  }
}

export interface HeadingLine {
  readonly kind: 'heading'
  readonly depth: number
  readonly text: string
  readonly line: number
}

export type Line = HeadingLine | { readonly kind: 'block'; readonly block: Block; readonly line: number }

/** @throws ProseError naming what the text holds that a policy may not hold, and where */
export function readMarkdown(text: string): Line[] {
  const root: Root = fromMarkdown(text)
  return root.children.map((node): Line => {
    const line = node.position?.start.line ?? 0
    if (node.type === 'heading') return { kind: 'heading', depth: node.depth, text: plainText(node), line }
    return { kind: 'block', block: blockOf(node, line), line }
  })
}

function plainText(heading: Heading): string {
  return heading.children
    .map((child) => {
      if (child.type === 'text') return child.value
      throw refuse(child.type, heading.position?.start.line ?? 0)
    })
    .join('')
}

function blockOf(node: RootContent | BlockContent | DefinitionContent, line: number): Block {
  if (node.type === 'paragraph') return tableOf(node, line) ?? { kind: 'paragraph', children: inlines(node, line) }
  if (node.type === 'list') return { kind: 'list', items: node.children.map((item) => itemOf(item.children, line)) }
  throw refuse(node.type, line)
}

function itemOf(children: readonly (BlockContent | DefinitionContent)[], line: number): readonly Inline[] {
  const [only, ...rest] = children
  if (only?.type !== 'paragraph' || rest.length > 0) throw refuse('a list item of several blocks', line)
  return inlines(only, line)
}

const tableMark = /^\{\{table\.(\w+)\}\}$/

function tableOf(paragraph: Paragraph, line: number): Block | undefined {
  const [only] = paragraph.children
  if (paragraph.children.length !== 1 || only?.type !== 'text') return undefined
  const name = tableMark.exec(only.value.trim())?.[1]
  if (name === undefined) return undefined
  if (!(tableNames as readonly string[]).includes(name)) {
    throw new ProseError([`line ${line}: no table is called ${name}; there are ${tableNames.join(', ')}`])
  }
  return { kind: 'table', table: name as TableName }
}

function inlines(node: { readonly children: readonly PhrasingContent[] }, line: number): Inline[] {
  return node.children.map((child) => inline(child, line))
}

function inline(node: PhrasingContent, line: number): Inline {
  if (node.type === 'text') return { kind: 'text', text: node.value.replaceAll('\n', ' ') }
  if (node.type === 'strong' || node.type === 'emphasis') return { kind: node.type, children: inlines(node, line) }
  if (node.type === 'link') return { kind: 'link', to: safeLink(node.url, line), children: inlines(node, line) }
  throw refuse(node.type, line)
}

/** A page of this site, or a letter. Nothing else: the policy page sends nobody elsewhere. */
function safeLink(url: string, line: number): string {
  if (/^\/(ro|en)\/[a-z/-]*$/.test(url) || /^mailto:\{\{[\w.]+\}\}$/.test(url)) return url
  throw new ProseError([`line ${line}: a link may lead to /ro/…, /en/… or mailto:{{…}}, not to ${url}`])
}

function refuse(what: string, line: number): ProseError {
  return new ProseError([`line ${line}: a policy is made of headings, paragraphs, lists and links, not of ${what}`])
}
