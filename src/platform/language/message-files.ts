import { readFile } from 'node:fs/promises'
import path from 'node:path'

export interface LanguageSettings {
  baseLocale: string
  locales: string[]
  modules: string[]
  patterns: string[]
}

/** One text of one language: its parameters, and the plural forms it answers to for each selector. */
export interface MessageShape {
  parameters: string[]
  file: string
  texts: string[]
  plurals: Record<string, string[]>
}

interface Variants {
  declarations?: string[]
  selectors?: string[]
  match: Record<string, string>
}

/** Reads project.inlang/settings.json. Throws if a module would be fetched from elsewhere than node_modules. */
export async function readLanguageSettings(root: string): Promise<LanguageSettings> {
  const raw = JSON.parse(await readFile(path.join(root, 'project.inlang/settings.json'), 'utf8'))
  const patterns: string[] = [raw['plugin.inlang.messageFormat'].pathPattern].flat()
  for (const module of raw.modules as string[]) {
    if (!module.startsWith('./node_modules/'))
      throw new Error(`project.inlang: module ${module} must come from ./node_modules/`)
  }
  return { baseLocale: raw.baseLocale, locales: raw.locales, modules: raw.modules, patterns }
}

/** All texts of one language by key. Throws with the key's name when it is doubled, nested or misshapen. */
export async function readMessages(
  root: string,
  patterns: string[],
  locale: string,
): Promise<Map<string, MessageShape>> {
  const found = new Map<string, MessageShape>()
  for (const pattern of patterns) {
    const file = pattern.replace('{locale}', locale)
    const entries: Record<string, unknown> = JSON.parse(await readFile(path.join(root, file), 'utf8'))
    for (const [key, value] of Object.entries(entries)) {
      if (key === '$schema') continue
      const earlier = found.get(key)
      if (earlier) throw new Error(`${file}: "${key}" is already in ${earlier.file}`)
      if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(key))
        throw new Error(`${file}: "${key}" must be snake_case with its area in front`)
      found.set(key, shapeOf(file, key, value))
    }
  }
  return found
}

function shapeOf(file: string, key: string, value: unknown): MessageShape {
  if (typeof value === 'string') return { file, parameters: placeholders(value), texts: [value], plurals: {} }
  if (!Array.isArray(value) || value.length !== 1)
    throw new Error(`${file}: "${key}" must be a text, or one object in an array`)
  const { declarations = [], selectors = [], match } = value[0] as Variants
  if (!match) throw new Error(`${file}: "${key}" has no "match"`)
  const inputs = declarations.flatMap((line) => /^input (\w+)/.exec(line)?.[1] ?? [])
  const locals = declarations.flatMap((line) => /^local (\w+)/.exec(line)?.[1] ?? [])
  for (const name of Object.values(match).flatMap(placeholders)) {
    if (!inputs.includes(name) && !locals.includes(name))
      throw new Error(`${file}: "${key}" uses {${name}}, which it does not declare`)
  }
  const plurals: Record<string, string[]> = {}
  for (const line of declarations) {
    const local = /^local (\w+) = \w+: plural(?! type=ordinal)/.exec(line)?.[1]
    if (!local || !selectors.includes(local)) continue
    plurals[local] = Object.keys(match).flatMap(
      (condition) => new RegExp(`\\b${local}=([\\w*]+)`).exec(condition)?.[1] ?? [],
    )
  }
  return { file, parameters: inputs.sort(), texts: Object.values(match), plurals }
}

function placeholders(text: string): string[] {
  const names = [...text.matchAll(/(?<!\\)\{([a-zA-Z]\w*)\}/g)].map((match) => match[1]!)
  return [...new Set(names)].sort()
}
