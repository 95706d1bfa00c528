import { m } from '../../platform/language/words.ts'

/** The places above a page about one client. */
export function trailToClient({ id, name }: { readonly id: string; readonly name: string }) {
  return [
    { to: '/staff/clients', words: m.desk_clients() },
    { to: `/staff/clients/${id}`, words: name },
  ]
}
