/**
 * GDPRBench's record as a data map, and its four callers as purposes: compiled by the product's own compiler into roles,
 * views, grants, markers and the end by time, beside the product's own tables.
 */
import type { PurposeName, RetentionName } from '../../policy/policy.ts'
import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import { accountKey, dataMap, int, link, smallint, text, timestamp } from '../../src/privacy/map/columns.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import type { PolicyShape, PurposeRule } from '../../src/privacy/policy/shape.ts'
import type { Workload } from './workload.ts'

/** Of the four callers: what the paper calls them is what their purpose is called. */
type Uses = Readonly<Partial<Record<Workload, string>>>
const said = (words: string) => ({ ro: words, en: words })
const uses = (all: Uses) => all as Partial<Record<PurposeName, 'read' | 'write' | 'add'>>

/** One row a key. The key and the values of metadata are kept as numbers, as an enumeration is; a lifetime as its end. */
export const recordData: AnyDataMap = dataMap(
  'gdpr_record',
  {
    label: said('GDPRBench'),
    about: 'person_id',
    capacity: 'controller',
    retention: 'gdpr_record' as RetentionName,
    clock: { at: 'expires_at' },
    uses: uses({ controller: 'write', customer: 'write', processor: 'read', regulator: 'read' }),
    end: 'delete',
    removedBy: ['controller', 'customer'] as unknown as readonly PurposeName[],
    primary: ['account_id', 'k'],
  },
  {
    account_id: accountKey(),
    k: int({ uses: uses({ controller: 'add', customer: 'read', processor: 'read', regulator: 'read' }) }),
    expires_at: timestamp(),
    person_id: link('person'),
    pur: smallint(),
    obj: smallint(),
    dec: smallint(),
    acl: smallint(),
    shr: smallint(),
    src: smallint(),
    cat: smallint(),
    data: text({
      label: said('data'),
      category: 'communication',
      uses: uses({ controller: 'add', customer: 'write', processor: 'read' }),
    }),
  },
)

const words = said('GDPRBench')

function rule(bit: number, restriction: PurposeRule['restriction']): PurposeRule {
  const { basis } = policy.purposes.support
  return { bit, words, reason: words, basis, objection: 'possible', restriction, recipients: [] }
}

/** The product's policy with four purposes more. A restriction stops the processor; people themselves are not stopped by it. */
export const benchPolicy: PolicyShape = {
  ...policy,
  purposes: {
    ...policy.purposes,
    controller: rule(26, 'stays'),
    customer: rule(27, 'stays'),
    processor: rule(28, 'stops'),
    regulator: rule(29, 'stays'),
  },
  retention: {
    ...policy.retention,
    gdpr_record: { words, from: words, period: 'P0D', ground: words, end: 'delete' },
  },
}

/** The product's maps, with the access log open to the regulator and to the entries of those who write, and the record. */
export const benchMaps: readonly AnyDataMap[] = [
  ...maps.map((map) => {
    const more = { audit_entry: { regulator: 'read' }, audit_inbox: { controller: 'blind', customer: 'blind' } }[
      map.table
    ]
    return more ? { ...map, rule: { ...map.rule, uses: { ...map.rule.uses, ...more } } } : map
  }),
  recordData,
] as readonly AnyDataMap[]

/** The same table for both sides; `schema` is base or plain. Keys, checks and indexes are the same. */
export function tableSql(schema: 'base' | 'plain'): string {
  const table = `${schema}.gdpr_record`
  return `
    create table ${table} (
      account_id uuid not null,
      expires_at timestamptz not null,
      person_id uuid not null,
      k integer not null,
      pur smallint not null, obj smallint not null, dec smallint not null,
      acl smallint not null, shr smallint not null, src smallint not null, cat smallint not null,
      ${schema === 'base' ? 'marker integer not null default 0,' : ''}
      data text not null,
      primary key (account_id, k),
      foreign key (account_id, person_id) references base.person
    );
    create index on ${table} (person_id);
    create index on ${table} (pur);
    create index on ${table} (shr);
    create index on ${table} (obj);
    create index on ${table} (expires_at);`
}
