import { resolve } from 'node:path'
import { folderPlace } from './folder-place.ts'
import { liesElsewhere } from './mounted-elsewhere.ts'
import type { ArchivePlace } from './place.ts'

const S3 = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([A-Za-z0-9!_.*'()/-]*))?$/

/** Whether a text names a place: the path of a folder, or s3://bucket/prefix. */
export function isPlace(text: string): boolean {
  return text.includes('://') ? S3.test(text) : text.length > 0
}

/** @throws Error naming what was expected. The libraries of S3 are loaded only where a bucket is named. */
export async function openPlace(text: string, environment: NodeJS.ProcessEnv = process.env): Promise<ArchivePlace> {
  if (!isPlace(text)) throw new Error(`${text || '""'}: expected the path of a folder, or s3://bucket/prefix`)
  const match = S3.exec(text)
  if (!match) return folderPlace(resolve(text), await reachOf(text))
  const { s3Place } = await import('./s3-place.ts')
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = environment
  const prefix = (match[2] ?? '').replaceAll(/^\/+|\/+$/g, '')
  return s3Place({ bucket: match[1]!, prefix, endpoint: AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL })
}

/** Whether what is written to a place leaves this machine. */
export async function reachOf(text: string): Promise<ArchivePlace['reach']> {
  if (text.includes('://')) return 'elsewhere'
  return (await liesElsewhere(resolve(text))) ? 'elsewhere' : 'machine'
}
