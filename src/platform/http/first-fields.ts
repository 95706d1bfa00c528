import { keptField, writerField } from './kept-place.ts'

/** As much of a body as is looked at: what `<Form>` adds comes first in it, before anything that was typed. */
const LOOKED_AT = 4096

/**
 * What a form says of itself in its first fields, without reading the rest: 32 MB of files are read once, by the
 * action. The request that was given is used up; the one that is answered has the whole body.
 */
export async function firstFields(request: Request): Promise<{ request: Request; carries: boolean; writer?: string }> {
  const kind = request.headers.get('content-type') ?? ''
  const isTyped = kind.startsWith('application/x-www-form-urlencoded')
  if (!request.body || !(isTyped || kind.startsWith('multipart/form-data'))) return { request, carries: false }
  const { head, body } = await lookedAt(request.body)
  const { method, headers, signal, url } = request
  const whole = new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
  const writer = isTyped ? writerTyped(head) : writerInPart.exec(head)?.[1]
  return { request: whole, carries: isTyped && head.startsWith(`${keptField}=`), ...(writer ? { writer } : {}) }
}

const writerInPart = new RegExp(`\\bname="${writerField}"\\r\\n\\r\\n([\\w/-]{1,100})\\r\\n--`)

/** A field that the end of what was looked at cuts through may be wrong; ours is long past then. */
function writerTyped(head: string): string | undefined {
  const value = new URLSearchParams(head).get(writerField)
  return value !== null && /^[\w/-]{1,100}$/.test(value) ? value : undefined
}

async function lookedAt(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  const seen: Uint8Array[] = []
  let length = 0
  let isOver = false
  while (length < LOOKED_AT && !isOver) {
    const { done, value } = await reader.read()
    isOver = done
    if (!value) continue
    seen.push(value)
    length += value.length
  }
  const head = Buffer.concat(seen).subarray(0, LOOKED_AT).toString('latin1')
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = seen.shift() ?? (isOver ? undefined : (await reader.read()).value)
      if (next) controller.enqueue(next)
      else controller.close()
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return { head, body }
}
