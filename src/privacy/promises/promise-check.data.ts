import { dataMap, int, oneOf, text, timestamp } from '../map/columns.ts'

export const promiseCheckData = dataMap(
  'promise_check',
  {
    label: { ro: 'Verificări ale promisiunilor', en: 'Checks of the promises' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { legal: 'write' },
    end: 'anonymise',
    primary: ['promise', 'need'],
  },
  {
    promise: text(),
    need: text(),
    outcome: oneOf(['holds', 'fails', 'broken']),
    figure_ro: text(),
    figure_en: text(),
    took_ms: int(),
    checked_at: timestamp(),
    since: timestamp(),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    promise_check: typeof promiseCheckData
  }
}
