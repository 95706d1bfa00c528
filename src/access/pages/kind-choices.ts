import { m } from '../../platform/language/words.ts'
import type { Choice } from '../../ui/form/select.tsx'

/** The kinds of access, each with what it takes. */
export function kindChoices(): (Choice & { value: 'server' | 'database' | 'ticketing' })[] {
  return [
    { value: 'server', label: m.access_kind_server(), hint: m.access_kind_server_hint() },
    { value: 'database', label: m.access_kind_database(), hint: m.access_kind_database_hint() },
    { value: 'ticketing', label: m.access_kind_ticketing(), hint: m.access_kind_ticketing_hint() },
  ]
}
