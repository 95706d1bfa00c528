import { accountKey, dataMap, key, timestamp, uuid } from '../../privacy/map/columns.ts'

/** Who was told by letter of which message. */
export const messageNoticeData = dataMap(
  'message_notice',
  {
    label: { ro: 'Înștiințări despre mesaje', en: 'Notices of messages' },
    about: 'recipient',
    capacity: 'controller',
    retention: 'letter',
    clock: { at: 'created_at', with: 'message', by: 'message_id' },
    uses: { support: 'add', self: 'read', rights: 'write' },
    end: 'delete',
    removedBy: ['rights'],
    primary: ['account_id', 'message_id', 'recipient'],
  },
  {
    account_id: accountKey(),
    message_id: key(),
    recipient: uuid(),
    created_at: timestamp({ defaulted: true, label: { ro: 'Trimisă la', en: 'Sent at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    message_notice: typeof messageNoticeData
  }
}
