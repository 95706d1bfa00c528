import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { ServiceView } from '../service/service.view.ts'

export function ServiceState({ state }: { state: ServiceView['state'] }) {
  if (state === 'published') return <StateWord tone="done">{m.orders_service_published()}</StateWord>
  if (state === 'retired') return <StateWord>{m.orders_service_retired()}</StateWord>
  return <StateWord tone="wait">{m.orders_service_draft()}</StateWord>
}
