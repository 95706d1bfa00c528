/** Where archives lie: a folder, or a bucket of an S3-compatible store. */
import type { Readable } from 'node:stream'

export interface Archived {
  readonly name: string
  readonly size: number
}

export interface ArchivePlace {
  /** For people: "/var/backups/zavor", "s3://bucket/prefix". */
  readonly words: string
  /** `elsewhere`: what is written there leaves this machine, to whoever keeps it. */
  readonly reach: 'machine' | 'elsewhere'
  /** Stores all of it under the name, or nothing when it throws. A name is never overwritten. */
  write(name: string, content: AsyncIterable<Buffer>): Promise<number>
  /** @throws ArchiveMissing before the first byte */
  read(name: string): Promise<Readable>
  list(): Promise<Archived[]>
  remove(name: string): Promise<void>
  /**
   * Takes away what killed writers left half-sent. `isAlone`: nobody else writes an archive there now. Where that is not known, only
   * what nobody can be writing any more.
   */
  dropHalves(isAlone: boolean): Promise<void>
  /** Keeps a small file beside the archives, in the place of the one before. */
  putBeside(name: BesideName, bytes: Buffer): Promise<void>
  /** Null when there is none. */
  getBeside(name: BesideName): Promise<Buffer | null>
}

/** What may lie beside archives. */
export type BesideName = 'erasures.log'

export class ArchiveMissing extends Error {
  readonly code = 'archive_missing'
  constructor(place: string, name: string) {
    super(`There is no backup ${name} in ${place}.`)
    this.name = 'ArchiveMissing'
  }
}

/** Names are of our making: a time and a random end. */
export const ARCHIVE_NAME = /^zavor-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z-[0-9a-f]{8}\.age$/
