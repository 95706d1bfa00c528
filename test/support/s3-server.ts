/** A real S3 endpoint on the loopback, which checks signatures. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

interface S3Server {
  run(): Promise<AddressInfo>
  close(): Promise<void>
}
type S3Rver = new (options: Readonly<Record<string, unknown>>) => S3Server

/** Its address; buckets are there. Keys of the store are the ones that it knows, in the environment. */
export async function s3Server(buckets: readonly string[]): Promise<string> {
  const S3rver: S3Rver = createRequire(import.meta.url)('s3rver')
  const directory = await mkdtemp(join(tmpdir(), 'zavor-s3-'))
  const configureBuckets = buckets.map((name) => ({ name, configs: [] }))
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets })
  const { port } = await server.run()
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = 'S3RVER'
  onTestFinished(async () => {
    for (const [at, name] of names.entries()) {
      if (before[at] === undefined) delete process.env[name]
      else process.env[name] = before[at]
    }
    await server.close()
    await rm(directory, { recursive: true, force: true })
  })
  return `http://127.0.0.1:${port}`
}
