// Run as a script: texts of src/*/messages/{locale}.json, checked, into typed functions under ./compiled.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compile } from '@inlang/paraglide-js'
import { messageFaults } from './check-messages.ts'
import { declareMessages, declareRuntime, runtimeCode } from './declare-messages.ts'
import { type MessageShape, readLanguageSettings, readMessages } from './message-files.ts'
import { putInPlace } from './put-in-place.ts'
import { splitMessages } from './split-messages.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const out = path.join(import.meta.dirname, 'compiled')
const cache = path.join(root, 'node_modules/.cache')

const settings = await readLanguageSettings(root)
const byLocale = new Map<string, Map<string, MessageShape>>()
for (const locale of settings.locales) byLocale.set(locale, await readMessages(root, settings.patterns, locale))

const faults = messageFaults(byLocale)
if (faults.length > 0) {
  process.stderr.write(`Languages: ${faults.length} faults\n${faults.map((fault) => `  ${fault}\n`).join('')}`)
  process.exit(1)
}

const base = byLocale.get(settings.baseLocale)!
const mark = await fingerprint()
if ((await readFile(path.join(out, 'fingerprint'), 'utf8').catch(() => '')) !== mark) {
  await mkdir(cache, { recursive: true })
  const made = await mkdtemp(path.join(cache, 'zavor-texts-'))
  await compile({
    project: path.join(root, 'project.inlang'),
    outdir: made,
    outputStructure: 'locale-modules',
    strategy: ['globalVariable', 'baseLocale'],
    emitGitIgnore: false,
    emitPrettierIgnore: false,
    emitReadme: false,
  })
  await refuseEmptyOutput(made)
  await splitMessages(made, settings.locales)
  await rm(path.join(made, 'server.js'), { force: true })
  await writeFile(path.join(made, 'runtime.js'), runtimeCode(settings))
  await writeFile(path.join(made, 'messages.d.ts'), declareMessages(base, settings.locales))
  await writeFile(path.join(made, 'runtime.d.ts'), declareRuntime(settings.locales))
  await rm(path.join(out, 'fingerprint'), { force: true })
  await putInPlace(made, out)
  await writeFile(path.join(out, 'fingerprint'), mark)
  await rm(made, { recursive: true })
}
process.stdout.write(`Languages: ${base.size} texts in ${settings.locales.join(', ')}\n`)

// The compiler says "success" when its plugin could not be loaded and nothing was compiled.
async function refuseEmptyOutput(folder: string): Promise<void> {
  for (const locale of settings.locales) {
    const compiled = await readFile(path.join(folder, 'messages', `${locale}.js`), 'utf8').catch(() => '')
    const absent = [...base.keys()].filter((key) => !compiled.includes(`export const ${key} `))
    if (absent.length > 0) throw new Error(`Languages: ${locale} was not compiled: ${absent.slice(0, 5).join(', ')}`)
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = settings.patterns.flatMap((pattern) =>
    settings.locales.map((locale) => pattern.replace('{locale}', locale)),
  )
  files.push('project.inlang/settings.json', 'node_modules/@inlang/paraglide-js/package.json')
  for (const script of ['compile-messages.ts', 'declare-messages.ts', 'split-messages.ts', 'put-in-place.ts'])
    files.push(`src/platform/language/${script}`)
  for (const file of files) hash.update(file).update(await readFile(path.join(root, file)))
  return hash.digest('hex')
}
