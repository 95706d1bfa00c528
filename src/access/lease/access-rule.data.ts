import { accountKey, dataMap, link, oneOf, timestamp } from '../../privacy/map/columns.ts'
import { accessUses } from '../access-uses.ts'

export const approvals = ['client', 'client_or_staff'] as const

/** The account's own rule: who may approve the use of what it handed over. */
export const accessRuleData = dataMap(
  'access_rule',
  {
    label: { ro: 'Cine aprobă accesul', en: 'Who approves access' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: accessUses,
    end: 'delete',
    primary: ['account_id'],
    removedBy: ['rights'],
  },
  {
    account_id: accountKey(),
    approval: oneOf(approvals, { label: { ro: 'Cine aprobă', en: 'Who approves' } }),
    changed_at: timestamp({ defaulted: true, label: { ro: 'Stabilit la', en: 'Set at' } }),
    changed_by: link('person'),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    access_rule: typeof accessRuleData
  }
}
