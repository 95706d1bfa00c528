import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { derive, derivePassword } from './derive.ts'
import {
  addRoot,
  createKeyFile,
  currentRoot,
  KeyFileError,
  openKeyFile,
  readKeyFile,
  readRing,
  writeRing,
} from './key-file.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zavor-keys-'))
  path = join(folder, 'keys')
})
afterEach(() => rm(folder, { recursive: true }))

const refusal = async (what: Promise<unknown>) => {
  const error = await what.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(KeyFileError)
  return error as KeyFileError
}

describe('the key file', () => {
  it('is private, whole and read back as written', async () => {
    const made = await createKeyFile(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readKeyFile(path)).toEqual(made)
    expect(await readdir(folder)).toEqual(['keys'])
    expect(made.desk.roots[0]!.key.equals(made.broker.roots[0]!.key)).toBe(false)
  })

  it('is never replaced by creating', async () => {
    await createKeyFile(path)
    const before = await readFile(path)
    expect((await refusal(createKeyFile(path))).code).toBe('exists')
    expect(await readFile(path)).toEqual(before)
    expect(await readdir(folder)).toEqual(['keys'])
  })

  it('is the same for twenty processes that open it at once', async () => {
    const files = await Promise.all(Array.from({ length: 20 }, () => openKeyFile(path)))
    for (const file of files) expect(file).toEqual(files[0])
  })

  it('is refused when others may read it', async () => {
    await createKeyFile(path)
    for (const mode of [0o640, 0o604, 0o620, 0o601]) {
      await chmod(path, mode)
      expect((await refusal(readKeyFile(path))).code).toBe('exposed')
    }
  })

  it('is refused when cut at any length', async () => {
    await createKeyFile(path)
    const whole = await readFile(path)
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(path, whole.subarray(0, length), { mode: 0o600 })
      expect((await refusal(readKeyFile(path))).code).toBe('malformed')
    }
  })

  it('is refused when any byte differs, and the refusal shows no key', async () => {
    const made = await createKeyFile(path)
    const whole = await readFile(path)
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole)
      changed[at] = changed[at]! ^ 1
      await writeFile(path, changed, { mode: 0o600 })
      const error = await refusal(readKeyFile(path))
      expect(error.code).toBe('malformed')
      expect(error.message).not.toContain(made.desk.roots[0]!.key.toString('base64url'))
    }
  })

  it('is refused when oversized or missing', async () => {
    expect((await refusal(readKeyFile(path))).code).toBe('missing')
    await writeFile(path, Buffer.alloc(100_000, 'a'), { mode: 0o600 })
    expect((await refusal(readKeyFile(path))).code).toBe('malformed')
  })

  it('takes a further root that seals from then on, and keeps the old one', async () => {
    const before = await createKeyFile(path)
    const after = await addRoot(path, 'broker')
    expect(await readKeyFile(path)).toEqual(after)
    expect(after.broker.roots[0]).toEqual(before.broker.roots[0])
    expect(currentRoot(after.broker).id).not.toBe(currentRoot(before.broker).id)
    expect(after.desk).toEqual(before.desk)
  })

  it('hands over one ring alone', async () => {
    const { broker, desk } = await createKeyFile(path)
    expect(readRing('broker', writeRing(broker))).toEqual(broker)
    expect(() => readRing('broker', writeRing(desk))).toThrow(KeyFileError)
    expect(() => readRing('broker', `${writeRing(broker)}x`)).toThrow(KeyFileError)
  })
})

describe('derivation', () => {
  it('gives fixed values, so that no release changes what is derived', () => {
    const root = Buffer.alloc(32, 7)
    expect(derive(root, 'account-key/wrap').toString('hex')).toMatchInlineSnapshot(
      `"15b00d888e8d3e47058cfbbdba175ad2e8c2aa09716b0ab77020525662d49d2f"`,
    )
    expect(derivePassword(root, 'role/zavor_support')).toMatchInlineSnapshot(
      `"ew_JCrWFyTqKnv0UjuHyp13H6j5FWX59J_sB_SK1-hg"`,
    )
  })

  it('gives another value for another label, root or length, and refuses a wrong root', () => {
    const root = Buffer.alloc(32, 7)
    expect(derive(root, 'a').equals(derive(root, 'b'))).toBe(false)
    expect(derive(root, 'a').equals(derive(Buffer.alloc(32, 8), 'a'))).toBe(false)
    expect(derive(root, 'a', 64)).toHaveLength(64)
    expect(() => derive(Buffer.alloc(31), 'a')).toThrow()
    expect(() => derive(root, '')).toThrow()
  })
})
