import { firstFields } from '../platform/http/first-fields.ts'
import { type KeptForm, unpackKept } from '../platform/http/kept-form.ts'
import { isDeskPlace, keptField } from '../platform/http/kept-place.ts'
import { pagePath } from '../platform/http/page-path.ts'

interface Arrived {
  readonly request: Request
  readonly method: string
  readonly kept?: KeptForm
  readonly strays?: true
}

/**
 * A form of a desk as it arrives, with `writer` for whoever is signed in now. One that was opened by somebody else, or in another
 * place of the same login, strays: the frame of the desk sends it on before any action runs. One that comes back with what was
 * typed is asked for, not sent: its page is read as if it were opened, and shows it in its form.
 */
export async function withKept(given: Request, writer: string | null): Promise<Arrived> {
  const { method, url } = given
  if (!writer || method !== 'POST' || !isDeskPlace(pagePath(new URL(url)))) return { request: given, method }
  const { request, carries, writer: wrote } = await firstFields(given)
  if (!carries) return { request, method, ...(wrote && wrote !== writer ? { strays: true } : {}) }
  const body = await request.text()
  const kept = unpackKept(new URLSearchParams(body).get(keptField))
  const { headers, signal } = request
  if (kept?.writer !== writer) {
    const again = new Request(url, { method, headers, signal, body })
    return { request: again, method, ...(kept ? { strays: true } : {}) }
  }
  const asked = new Headers(headers)
  for (const name of ['content-type', 'content-length']) asked.delete(name)
  return { request: new Request(url, { headers: asked, signal }), method: 'GET', kept }
}
