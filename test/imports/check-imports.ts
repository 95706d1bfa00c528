// Run as a script: exits 1 and names every import that breaks a rule of the layout.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brokenRules } from './import-rules.ts'
import { readImports } from './read-imports.ts'

const root = path.resolve(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const packages = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))

const imports = readImports(root, ['src', 'policy', 'test', 'bench'])
const broken = brokenRules(imports, packages)
for (const line of broken) process.stderr.write(`${line}\n`)
process.stdout.write(`Imports: ${imports.length} read, ${broken.length} break a rule\n`)
if (broken.length > 0 || imports.length === 0) process.exit(1)
