/** The published prose from policy/ro.md and policy/en.md, checked. Read once a process. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PolicyShape } from '../policy/shape.ts'
import type { Language, Prose } from './block.ts'
import { checkProse } from './check-prose.ts'
import { ProseError } from './markdown.ts'
import { readProse } from './read-prose.ts'

export type Proses = Readonly<Record<Language, Prose>>

/**
 * @param folder the folder that holds ro.md and en.md
 * @throws ProseError with every finding of both languages
 */
export async function loadProse(policy: PolicyShape, folder: string): Promise<Proses> {
  const findings: string[] = []
  const read = async (language: Language) => {
    const text = await readFile(join(folder, `${language}.md`), 'utf8')
    try {
      return readProse(language, text)
    } catch (error) {
      if (!(error instanceof ProseError)) throw error
      findings.push(...error.findings)
      return undefined
    }
  }
  const [ro, en] = [await read('ro'), await read('en')]
  if (ro && en) findings.push(...checkProse(policy, ro, en))
  if (!ro || !en || findings.length > 0) throw new ProseError(findings)
  return { ro, en }
}
