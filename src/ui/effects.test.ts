/** What an effect answers is called when it ends, so it must answer a function or nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

// Browsers make methods answer something that answered nothing before: scrolling answers a promise by now.
it('no effect answers what a method of the browser answers', () => {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const found = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/use(?:Layout)?Effect\(\s*\(\) => (?!\{)(.*)/g)]
      .map(([, body = '']) => body)
      .filter((body) => !/^set[A-Z]\w*\(/.test(body))
      .map((body) => `${file}: ${body}`),
  )
  expect(found).toEqual([])
})
