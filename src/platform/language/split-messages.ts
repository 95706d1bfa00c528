import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Splits the compiled texts by their area (what stands before the first underscore), so that a page of one capability
 * does not carry the texts of all. Leaves `messages/_index.js` as a list of the areas.
 */
export async function splitMessages(out: string, locales: readonly string[]): Promise<void> {
  const folder = path.join(out, 'messages')
  const index = await readFile(path.join(folder, '_index.js'), 'utf8')
  const areas = byArea(index)
  for (const locale of locales) {
    const texts = byArea(await readFile(path.join(folder, `${locale}.js`), 'utf8'))
    for (const [area, code] of texts) {
      await mkdir(path.join(folder, area), { recursive: true })
      await writeFile(
        path.join(folder, area, `${locale}.js`),
        `import * as registry from "../../registry.js"\n${countsAsWritten(code)}`,
      )
    }
    await rm(path.join(folder, `${locale}.js`))
  }
  const languages = locales.map((locale) => `import * as __${locale} from "./${locale}.js"\n`).join('')
  const runtime = 'import { getLocale, experimentalStaticLocale } from "../../runtime.js"\n'
  for (const [area, code] of areas) {
    await writeFile(path.join(folder, area, 'index.js'), runtime + languages + code)
  }
  const list = [...areas.keys()].map((area) => `export * from "./${area}/index.js"\n`)
  await writeFile(path.join(folder, '_index.js'), list.join(''))
}

/**
 * What a text counts (its plural's number), written as its language writes it: "20.000 de caractere", "20,000 characters".
 * @param code of the texts of one language
 */
export function countsAsWritten(code: string): string {
  return code.replace(/^export const [\s\S]*?^\};$/gm, (text) => {
    const counted = [...text.matchAll(/registry\.plural\("(\w+)", i\?\.(\w+), /g)]
    return counted.reduce(
      (so, [, locale, name]) => so.replaceAll(`\${i?.${name}}`, `\${registry.number("${locale}", i?.${name}, {})}`),
      text,
    )
  })
}

/** The code of every text, joined by area. Comments go: editors read the declarations instead. */
function byArea(source: string): Map<string, string> {
  const areas = new Map<string, string>()
  for (const part of source.split(/^(?=export const )/m)) {
    const area = /^export const ([a-z0-9]+)_/.exec(part)?.[1]
    if (area) areas.set(area, (areas.get(area) ?? '') + part.replace(/^\/\*\*[\s\S]*/m, ''))
  }
  return areas
}
