/** The key that opens backups: an age identity in a file of its own, mode 0600, as `age-keygen` writes it. */
import { constants } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { makeFolder } from '../files/make-folder.ts'

/** The key cannot be used; the message names the file and what to do, never its content. */
export class IdentityError extends Error {
  readonly code: 'missing' | 'exposed' | 'malformed'
  constructor(code: IdentityError['code'], path: string, what: string) {
    super(`Backup key ${path}: ${what}`)
    this.name = 'IdentityError'
    this.code = code
  }
}

const SECRET = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/
const largest = 64 * 1024

/** The identities of the file. @throws IdentityError */
export async function readIdentities(path: string): Promise<string[]> {
  const file = await open(path, constants.O_RDONLY).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') throw new IdentityError('missing', path, 'is not there.')
    throw error
  })
  try {
    const facts = await file.stat()
    if (!facts.isFile() || facts.size > largest) throw malformed(path)
    if ((facts.mode & 0o077) !== 0) {
      throw new IdentityError('exposed', path, 'can be read by others on this machine. Make it private: chmod 600.')
    }
    const lines = (await file.readFile('utf8')).split('\n').map((line) => line.trim())
    const identities = lines.filter((line) => line !== '' && !line.startsWith('#'))
    if (identities.length === 0 || !identities.every((line) => SECRET.test(line))) throw malformed(path)
    return identities
  } finally {
    await file.close()
  }
}

/** Whom backups are encrypted to. Makes the file when there is none: two processes at once end with the same one. */
export async function openIdentity(path: string): Promise<{ recipients: string[]; made: boolean }> {
  const made = await readIdentities(path).then(
    () => false,
    async (error) => {
      if (!(error instanceof IdentityError && error.code === 'missing')) throw error
      return await makeIdentity(path)
    },
  )
  const identities = await readIdentities(path)
  return { recipients: await Promise.all(identities.map((identity) => identityToRecipient(identity))), made }
}

async function makeIdentity(path: string): Promise<boolean> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  makeFolder(dirname(path))
  const partial = `${path}.${process.pid}.partial`
  const file = await open(partial, 'w', 0o600)
  try {
    await file.writeFile(`# opens the backups of this desk\n# public key: ${recipient}\n${identity}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(partial, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    await rm(partial, { force: true })
  }
}

function malformed(path: string): IdentityError {
  return new IdentityError('malformed', path, 'holds no age identity. Put back your copy of it.')
}
