import { z } from 'zod'

export const largestFile = 10 * 1024 * 1024
export const mostFiles = 20
/** What an API body may weigh that holds one such file in base64, with its name. */
export const largestFileBody = Math.ceil((largestFile * 4) / 3) + 64 * 1024

/** As its giver calls it; what is kept is made safe. */
export const fileName = z.string().min(1).max(1_000)

/** Looked at from both ends: one expression over the whole would run out of stack on a large file. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false
  return !/[^A-Za-z0-9+/]/.test(text.slice(0, -2)) && /^([A-Za-z0-9+/]{2}|[A-Za-z0-9+/]=|==|)$/.test(text.slice(-2))
}

/** A file's content: from programs in base64, `{"base64": "…"}`; pages hand over the bytes as they are. */
export const fileContent = z
  .union([
    z
      .strictObject({ base64: z.string().max(largestFileBody).refine(isBase64, 'base64') })
      .transform(({ base64 }) => Buffer.from(base64, 'base64')),
    z.custom<Uint8Array>((value) => value instanceof Uint8Array).transform((bytes) => Buffer.from(bytes)),
  ])
  .refine((bytes) => bytes.length <= largestFile, `at most ${largestFile} bytes`)
