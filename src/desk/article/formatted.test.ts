import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leadOf } from './article.rules.ts'
import { type Block, block, formatted, type Inline } from './formatted.ts'

it('makes headings, lists, commands and quotes of what was written', () => {
  const text = '# Când cade\n\nÎntâi *jurnalul*, apoi `df -h`:\n\n1. unu\n2. doi\n\n```\ndf -h\n```\n\n> vorbă\n\n---'
  expect(formatted(text)).toEqual([
    { kind: 'heading', level: 2, children: ['Când cade'] },
    {
      kind: 'paragraph',
      children: [
        'Întâi ',
        { kind: 'emphasis', children: ['jurnalul'] },
        ', apoi ',
        { kind: 'code', text: 'df -h' },
        ':',
      ],
    },
    {
      kind: 'list',
      ordered: true,
      start: 1,
      items: [[{ kind: 'paragraph', children: ['unu'] }], [{ kind: 'paragraph', children: ['doi'] }]],
    },
    { kind: 'code', text: 'df -h' },
    { kind: 'quote', children: [{ kind: 'paragraph', children: ['vorbă'] }] },
    { kind: 'rule' },
  ])
})

it('leaves HTML the text that it is, and loads no image', () => {
  expect(formatted('<script>alert(1)</script>\n\nA <b>bold</b> word')).toEqual([
    { kind: 'paragraph', children: ['<script>alert(1)</script>'] },
    { kind: 'paragraph', children: ['A ', '<b>', 'bold', '</b>', ' word'] },
  ])
  expect(formatted('![plan](https://elsewhere.test/a.png)')).toEqual([
    { kind: 'paragraph', children: [{ kind: 'link', to: 'https://elsewhere.test/a.png', children: ['plan'] }] },
  ])
})

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '//elsewhere.test',
  '/\\elsewhere.test',
  'x',
])('makes no link of %s', (url) => {
  expect(JSON.stringify(formatted(`[go](<${url}>)`))).not.toContain('"link"')
})

it('makes links that lead out by https and mail, and those within the desk', () => {
  for (const url of ['https://a.test/x', 'http://a.test', 'mailto:a@b.test', '/desk/access']) {
    expect(formatted(`[go](${url})`)).toEqual([
      { kind: 'paragraph', children: [{ kind: 'link', to: url, children: ['go'] }] },
    ])
  }
})

function links(parts: readonly (Block | Inline)[]): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return []
    const own = part.kind === 'link' ? [part.to] : []
    const below = 'children' in part ? links(part.children) : part.kind === 'list' ? links(part.items.flat()) : []
    return [...own, ...below]
  })
}

it('takes any text, and no link in it can act', () => {
  const mark = fc.constantFrom(
    '*',
    '_',
    '[',
    '](',
    ')',
    '<',
    '>',
    '`',
    '#',
    '- ',
    '> ',
    '\n',
    '\n\n',
    '    ',
    '!',
    '&#106;',
  )
  const scheme = fc.constantFrom('javascript:', 'data:', '//', 'https://a.test', 'vbscript:')
  const piece = fc.oneof(mark, scheme, fc.string({ maxLength: 6 }))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const blocks = formatted(pieces.join(''))
      expect(block.array().parse(blocks)).toEqual(blocks)
      for (const to of links(blocks)) expect(to).toMatch(/^(https?:\/\/|mailto:|\/(?![/\\]))/i)
    }),
    { numRuns: 300 },
  )
})

it.each(['> '.repeat(10_000), '>'.repeat(20_000), 'a*_'.repeat(6_000), '1. '.repeat(6_000), '['.repeat(20_000)])(
  'shows a text that is nothing but marks as it stands, without reading it (%#)',
  (text) => {
    expect(formatted(`Unu\n\n${text}`)).toEqual([
      { kind: 'paragraph', children: ['Unu'] },
      { kind: 'paragraph', children: [text] },
    ])
  },
)

it('shows what is nested deeper than anybody reads as the text that it is', () => {
  const quotes = JSON.stringify(formatted(`${'> '.repeat(18)}x`))
  expect(quotes.match(/"quote"/g)).toHaveLength(13)
  expect(quotes).toContain('> > > x')
  const stressed = JSON.stringify(formatted(`${'*a '.repeat(300)}x${'*'.repeat(300)}`))
  expect(stressed.match(/"emphasis"/g)?.length).toBeLessThan(20)
})

it('begins a list entry with the first words, not with headings and commands', () => {
  expect(leadOf('# Titlu\n\n```\nls\n```\n\nUn *text* cu [legătură](https://a.test).')).toBe('Un text cu legătură.')
  expect(leadOf('# Numai titlu')).toBe('Numai titlu')
  expect(leadOf('cuvânt '.repeat(100))).toMatch(/^(cuvânt ){20,}cuvânt…$/)
})
