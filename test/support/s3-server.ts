/** A real S3 endpoint on the loopback, which checks signatures. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
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
  const front = createServer((asked, answer) => {
    void uploadsOf(directory, asked, answer).then((isDone) => isDone || passOn(port, asked, answer))
  })
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening))
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = 'S3RVER'
  onTestFinished(async () => {
    for (const [at, name] of names.entries()) {
      if (before[at] === undefined) delete process.env[name]
      else process.env[name] = before[at]
    }
    front.closeAllConnections()
    await new Promise((closed) => front.close(closed))
    await server.close()
    await rm(directory, { recursive: true, force: true })
  })
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`
}

/** How many uploads the store lists at once, so that a test has more than one list of them. */
const atOnce = 2

/**
 * The two calls about uploads under way that this store does not have, over the uploads that lie in its own folder: their list
 * (by prefix, in pages, as ListMultipartUploads says) and their end.
 */
async function uploadsOf(directory: string, asked: IncomingMessage, answer: ServerResponse): Promise<boolean> {
  const url = new URL(asked.url ?? '/', 'http://s3')
  const [bucket = '', ...key] = url.pathname.slice(1).split('/').map(decodeURIComponent)
  const folder = join(directory, bucket, '._S3rver_uploads')
  const uploadId = url.searchParams.get('uploadId')
  if (asked.method === 'DELETE' && uploadId && key.length > 0) {
    await rm(join(folder, uploadId), { recursive: true })
    answer.writeHead(204).end()
    return true
  }
  if (asked.method !== 'GET' || !url.searchParams.has('uploads')) return false
  const all = await Promise.all(
    (await readdir(folder).catch(() => [])).map(async (id) => ({
      id,
      key: await readFile(join(folder, id, 'key'), 'utf8'),
      at: (await stat(join(folder, id, 'key'))).mtime.toISOString(),
    })),
  )
  const prefix = url.searchParams.get('prefix') ?? ''
  const after = `${url.searchParams.get('key-marker') ?? ''} ${url.searchParams.get('upload-id-marker') ?? ''}`
  const wanted = all
    .map((one) => ({ ...one, place: `${one.key} ${one.id}` }))
    .filter((one) => one.key.startsWith(prefix) && one.place > after)
    .sort((a, b) => (a.place < b.place ? -1 : 1))
  const last = wanted.slice(0, atOnce).at(-1)
  const isTruncated = wanted.length > atOnce
  const next = isTruncated
    ? `<NextKeyMarker>${last?.key}</NextKeyMarker><NextUploadIdMarker>${last?.id}</NextUploadIdMarker>`
    : ''
  const uploads = wanted
    .slice(0, atOnce)
    .map(
      ({ id, key, at }) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`,
    )
  answer.writeHead(200, { 'content-type': 'application/xml' }).end(
    `<?xml version="1.0"?><ListMultipartUploadsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
     <Bucket>${bucket}</Bucket><IsTruncated>${isTruncated}</IsTruncated>${next}${uploads.join('')}</ListMultipartUploadsResult>`,
  )
  return true
}

/** As it came, its Host with it, which is signed. */
function passOn(port: number, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, url, headers } = asked
  const on = request({ host: '127.0.0.1', port, method, path: url, headers }, (from) => {
    answer.writeHead(from.statusCode ?? 502, from.headers)
    from.pipe(answer)
  })
  on.on('error', () => answer.destroy())
  asked.pipe(on)
}
