import type { MessageShape } from './message-files.ts'

/** TypeScript declarations of the compiled texts: each a function of exactly its parameters. */
export function declareMessages(messages: Map<string, MessageShape>, locales: string[]): string {
  const lines = [...messages].map(([key, { parameters, texts }]) => {
    const fields = parameters.map((name) => `${name}: string | number`).join('; ')
    const inputs = parameters.length > 0 ? `inputs: { ${fields} }` : 'inputs?: Record<string, never>'
    return `  /** ${texts[0]!.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n  export const ${key}: (${inputs}, options?: Options) => string\n`
  })
  return `interface Options { locale?: ${union(locales)} }\nexport declare namespace m {\n${lines.join('')}}\n`
}

/** The runtime that the texts need: which language now. In place of the compiler's own, which is sixty times as long. */
export function runtimeCode(settings: { locales: string[]; baseLocale: string }): string {
  return [
    `export const locales = ${JSON.stringify(settings.locales)}`,
    `export const baseLocale = ${JSON.stringify(settings.baseLocale)}`,
    'export const experimentalStaticLocale = undefined',
    'export let getLocale = () => baseLocale',
    'export const overwriteGetLocale = (fn) => { getLocale = fn }',
    'export const isLocale = (value) => locales.includes(value)',
    '',
  ].join('\n')
}

/** Declarations of the part of the runtime that the platform uses. */
export function declareRuntime(locales: string[]): string {
  return [
    `export type Locale = ${union(locales)}`,
    'export declare const locales: readonly Locale[]',
    'export declare const baseLocale: Locale',
    'export declare let getLocale: () => Locale',
    'export declare const overwriteGetLocale: (fn: () => Locale) => void',
    'export declare const isLocale: (value: unknown) => value is Locale',
    '',
  ].join('\n')
}

function union(locales: string[]): string {
  return locales.map((locale) => `'${locale}'`).join(' | ')
}
