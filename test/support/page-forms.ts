/** Every page component in which somebody types something, read off the sources: the forms of tomorrow are among them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../src/routes.ts'

const root = join(import.meta.dirname, '../../src')
/** Inputs into which anything can be written. Choices of a closed list say nothing that is not known. */
const written = /<(TextInput|TextArea|FileInput|Composer|DraftArea)\b/
const said = /\bnotices?=\{|<DataNotice\b/
/** The ways to send a form that tell every operation which notices stood in it, or the form's own. */
const telling = /\b(answerForm|sendMessage|sendWithFiles|savePlaybookForm|saveArticleForm)\b/

export interface PageForm {
  /** "desk/pages/new-ticket.tsx" */
  readonly file: string
  readonly hasNotice: boolean
  /** It stands on pages of the staff and nowhere else: what they write there is their work. */
  readonly isStaffs: boolean
  /** The pages that it stands on and whose action takes it; with `untold` those of them that lose its notices. */
  readonly sentBy: readonly string[]
  readonly untold: readonly string[]
}

export function pageForms(): PageForm[] {
  const staffs = new Set(routes.filter(({ file }) => file.endsWith('staff-layout.tsx')).flatMap(filesOf))
  const others = new Set(routes.filter(({ file }) => !file.endsWith('staff-layout.tsx')).flatMap(filesOf))
  const capabilities = readdirSync(root).filter((name) => existsSync(join(root, name, 'pages')))
  return capabilities.flatMap((name) => {
    const folder = join(root, name, 'pages')
    const sources = new Map(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    )
    return [...sources].flatMap(([file, source]) => {
      if (!file.endsWith('.tsx') || !written.test(source)) return []
      const pages = pagesWith(file, sources)
      const stands = (files: ReadonlySet<string>) => pages.some((page) => files.has(`${name}/pages/${page}`))
      const isStaffs = stands(staffs) && !stands(others)
      const sentBy = pages.filter((page) => /export async function action\b/.test(sources.get(page) ?? ''))
      const untold = sentBy.filter((page) => !telling.test(sources.get(page) ?? ''))
      return [{ file: `${name}/pages/${file}`, hasNotice: said.test(source), isStaffs, sentBy, untold }]
    })
  })
}

/** A component and whatever of the same folder imports it, however far. */
function pagesWith(file: string, sources: ReadonlyMap<string, string>): string[] {
  const found = [file]
  for (const one of found) {
    for (const [other, source] of sources) {
      if (!found.includes(other) && source.includes(`/${basename(one)}'`)) found.push(other)
    }
  }
  return found
}

function filesOf({ file, children = [] }: RouteConfigEntry): string[] {
  return [file, ...children.flatMap(filesOf)]
}
