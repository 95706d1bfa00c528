/** A key file with given roots: a program that a test starts then opens what the test's own desk sealed. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createKeyFile, type KeyFile, rootNames, writeRing } from '../../src/platform/keys/key-file.ts'

export async function writeKeys(path: string, keys: KeyFile): Promise<void> {
  await createKeyFile(path)
  const [header] = (await readFile(path, 'utf8')).split('\n')
  const text = `${header}\n${rootNames.map((name) => writeRing(keys[name])).join('')}`
  await writeFile(path, `${text}checksum ${createHash('sha256').update(text).digest('hex')}\n`)
}
