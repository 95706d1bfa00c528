import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Random bytes are fetched for many ids at a time: one fetch costs as much as a whole id. */
const bytesPerId = 16
const random = new Uint8Array(bytesPerId * 256)
let used = random.length

let msecs = 0
let seq = 0

/** A UUID v7: in the order of time, so that new rows lie together in the index; this process makes each later than the last. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const bytes = random.subarray(used, used + bytesPerId)
  used += bytesPerId
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // 31 random bits: within one millisecond there is always room to count on.
    seq = new DataView(bytes.buffer, bytes.byteOffset).getUint32(6) >>> 1
  } else {
    seq += 1
  }
  return v7({ random: bytes, msecs, seq })
}
