import { dataMap, timestamp, uuid } from '../privacy/map/columns.ts'

/** Who of the staff is, or last was, there for the chat: one row each, for as long as the record of a session. */
export const chatDutyData = dataMap(
  'chat_duty',
  {
    label: { ro: 'Cine este la chat', en: 'Who is there for the chat' },
    about: null,
    capacity: 'controller',
    retention: 'sign_in',
    clock: { at: 'kept_at' },
    uses: { support: 'write', rights: 'write' },
    end: 'delete',
    primary: ['staff_id'],
  },
  {
    staff_id: uuid(),
    since: timestamp({ defaulted: true }),
    kept_at: timestamp({ defaulted: true }),
    ended_at: timestamp({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    chat_duty: typeof chatDutyData
  }
}
