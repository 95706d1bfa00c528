import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))

it('locks what package.json asks for, with its workspaces, so that a fresh clone installs', () => {
  const asked = read('package.json')
  const lock = read('package-lock.json').packages
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    expect(lock[''][kind], kind).toEqual(asked[kind])
    for (const [name, version] of Object.entries(asked[kind])) {
      expect(lock[`node_modules/${name}`]?.version, name).toBe(version)
    }
  }
  for (const folder of asked.workspaces) {
    const { name, version } = read(`${folder}/package.json`)
    expect(lock[folder], folder).toMatchObject({ name, version })
    expect(lock[`node_modules/${name}`], name).toEqual({ resolved: folder, link: true })
  }
})
