import { v7 } from 'uuid'

/** A UUID v7: in the order of time, so that new rows lie together in the index. */
export function newId(): string {
  return v7()
}
