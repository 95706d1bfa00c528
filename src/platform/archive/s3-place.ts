/** A bucket of any S3-compatible store. Address and keys come from the variables that every S3 tool reads (AWS_…). */
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { ARCHIVE_NAME, type Archived, ArchiveMissing, type ArchivePlace, type BesideName } from './place.ts'

export interface S3Options {
  readonly bucket: string
  /** Without slashes at its ends; empty for the bucket itself. */
  readonly prefix: string
  /** Absent: the store's own address, from AWS_ENDPOINT_URL or the region. */
  readonly endpoint?: string | undefined
}

/** A part of 16 MiB times 10,000 parts: 160 GiB at most. */
const partBytes = 16 * 1024 * 1024
const day = 24 * 60 * 60 * 1000

export function s3Place({ bucket, prefix, endpoint }: S3Options): ArchivePlace {
  const client = new S3Client({
    // Stores other than Amazon's answer under one host for all buckets.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(process.env.AWS_REGION ? {} : { region: 'us-east-1' }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const words = `s3://${[bucket, prefix].filter(Boolean).join('/')}`
  const keyOf = (name: string) => {
    if (!ARCHIVE_NAME.test(name)) throw new ArchiveMissing(words, name)
    return prefix ? `${prefix}/${name}` : name
  }
  const besideKey = (name: BesideName) => (prefix ? `${prefix}/${name}` : name)
  return {
    words,
    reach: 'elsewhere',
    async write(name, content) {
      let size = 0
      async function* counted() {
        for await (const bytes of content) {
          size += bytes.length
          yield bytes
        }
      }
      const upload = new Upload({
        client,
        params: { Bucket: bucket, Key: keyOf(name), Body: Readable.from(counted(), { objectMode: false }) },
        partSize: partBytes,
        queueSize: 2,
      })
      await upload.done()
      return size
    },
    async read(name) {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(name) })).catch((error) => {
        throw error.name === 'NoSuchKey' ? new ArchiveMissing(words, name) : error
      })
      return answer.Body as Readable
    },
    async list() {
      const found: Archived[] = []
      const Prefix = prefix ? `${prefix}/` : ''
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix })) {
        for (const { Key = '', Size = 0 } of page.Contents ?? []) {
          const name = Key.slice(Prefix.length)
          if (ARCHIVE_NAME.test(name)) found.push({ name, size: Size })
        }
      }
      return found.sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(name) }))
    },
    async dropHalves(isAlone) {
      for await (const { Key, UploadId, Initiated } of halves(client, bucket, prefix ? `${prefix}/` : '')) {
        const isOver = isAlone || (Initiated && Date.now() - Initiated.getTime() > day)
        if (isOver) await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }))
      }
    },
    async putBeside(name, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: besideKey(name), Body: bytes }))
    },
    async getBeside(name) {
      const answer = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: besideKey(name) }))
        .catch((error) => {
          if (error.name === 'NoSuchKey') return null
          throw error
        })
      return answer ? await buffer(answer.Body as Readable) : null
    },
  }
}

/** Uploads of archives under the prefix that are not over: a store keeps, and charges, what was sent of them until then. */
async function* halves(client: S3Client, Bucket: string, Prefix: string): AsyncIterable<MultipartUpload> {
  for (let from: { KeyMarker?: string; UploadIdMarker?: string } | null = {}; from; ) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket, Prefix, ...from }),
    )
    yield* (page.Uploads ?? []).filter(({ Key = '' }) => ARCHIVE_NAME.test(Key.slice(Prefix.length)))
    const { IsTruncated, NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page
    from = IsTruncated && KeyMarker && UploadIdMarker ? { KeyMarker, UploadIdMarker } : null
  }
}
