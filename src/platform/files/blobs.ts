/**
 * A place for bytes under names that we make (never names from outside). A folder today; any S3-compatible store can
 * stand behind the same five verbs.
 */
export interface Blobs {
  /** Stores all of `content` under `name`, or nothing when it throws. Fails with FileRefused when the name is taken. */
  write(name: string, content: AsyncIterable<Uint8Array>): Promise<void>
  /** Reads from the beginning. Throws FileMissing, before the first byte, when there is none. */
  read(name: string): AsyncIterable<Buffer>
  /** Removes; answers whether there was one. */
  remove(name: string): Promise<boolean>
  /** Removes everything under a prefix that ends with `/`; answers how many. */
  removeUnder(prefix: string): Promise<number>
  /** The names under a prefix that ends with `/`. */
  list(prefix: string): AsyncIterable<string>
}

/** There is no such file. */
export class FileMissing extends Error {
  readonly code = 'file_missing'
  constructor(name: string) {
    super(`No file ${name}.`)
    this.name = 'FileMissing'
  }
}

/** A file is not taken in (too large, taken name) or not given out (changed, cut, or of another account). */
export class FileRefused extends Error {
  readonly code: 'file_too_large' | 'file_name_taken' | 'file_damaged'
  constructor(code: FileRefused['code'], what: string) {
    super(what)
    this.name = 'FileRefused'
    this.code = code
  }
}
