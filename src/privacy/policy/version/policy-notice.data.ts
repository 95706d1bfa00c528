import { accountKey, dataMap, link, timestamp, uuid } from '../../map/columns.ts'

/** That a person was told of a material change of the policy. */
export const policyNoticeData = dataMap(
  'policy_notice',
  {
    label: { ro: 'Anunțuri despre schimbarea politicii', en: 'Notices of policy changes' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'told_at' },
    uses: { rights: 'add', self: 'read' },
    end: 'delete',
    primary: ['account_id', 'person_id', 'version_id'],
  },
  {
    account_id: accountKey(),
    person_id: link('person'),
    version_id: uuid(),
    told_at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../../map/registry.ts' {
  interface DataMaps {
    policy_notice: typeof policyNoticeData
  }
}
