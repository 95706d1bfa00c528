import { bigint, bytes, dataMap, int, key, oneOf, text, timestamp, uuid, uuids } from '../map/columns.ts'

const entry = {
  at: timestamp(),
  actor_kind: oneOf(['visitor', 'member', 'staff', 'system']),
  actor_id: uuid({ optional: true }),
  account_id: uuid({ optional: true }),
  purpose: text(),
  operation: text(),
  via: text(),
  outcome: oneOf(['done', 'refused', 'failed']),
  subjects: uuids(),
}

/** Entries of writes, committed with the write, waiting for the chain. Every purpose adds; only security reads. */
export const auditInboxData = dataMap(
  'audit_inbox',
  {
    label: { ro: 'Jurnal în așteptare', en: 'Access log, waiting' },
    about: null,
    capacity: 'controller',
    retention: 'audit',
    clock: { at: 'at' },
    uses: {
      identity: 'blind',
      support: 'blind',
      access: 'blind',
      orders: 'blind',
      billing: 'blind',
      security: 'add',
      improvement: 'blind',
      visits: 'blind',
      updates: 'blind',
      openings: 'blind',
      enrichment: 'blind',
      case_studies: 'blind',
      succession: 'blind',
      legal: 'blind',
      self: 'blind',
      rights: 'blind',
    },
    end: { keep: 'accountability' },
    primary: ['id'],
  },
  { id: key(), ...entry },
)

/** The chained access log. Ids only: no name, no address, no text. */
export const auditEntryData = dataMap(
  'audit_entry',
  {
    label: { ro: 'Jurnal de acces', en: 'Access log' },
    about: null,
    capacity: 'controller',
    retention: 'audit',
    clock: 'partition',
    parts: { make: 'make_audit_parts', drop: 'drop_audit_parts' },
    uses: { security: 'read', self: 'read', rights: 'read', legal: 'read' },
    end: { keep: 'accountability' },
    primary: ['seq', 'chained_at'],
  },
  { seq: bigint(), id: uuid(), ...entry, hash: bytes(), chained_at: timestamp() },
)

export const auditHeadData = dataMap(
  'audit_head',
  {
    label: { ro: 'Capătul jurnalului', en: 'Head of the access log' },
    about: null,
    capacity: 'controller',
    retention: 'audit',
    clock: 'standing',
    uses: { security: 'read' },
    end: { keep: 'accountability' },
    primary: ['id'],
  },
  { id: int(), seq: bigint(), hash: bytes(), at: timestamp({ defaulted: true }) },
)

/** Where the chain begins once its oldest entries were dropped at the end of their period. Only added to. */
export const auditAnchorData = dataMap(
  'audit_anchor',
  {
    label: { ro: 'Capete de jurnal păstrate', en: 'Anchors of the access log' },
    about: null,
    capacity: 'controller',
    retention: 'audit',
    clock: 'standing',
    uses: { security: 'read', rights: 'read' },
    end: { keep: 'accountability' },
    primary: ['seq'],
  },
  {
    seq: bigint(),
    hash: bytes(),
    chained_at: timestamp(),
    entries: bigint(),
    dropped_at: timestamp({ defaulted: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    audit_inbox: typeof auditInboxData
    audit_entry: typeof auditEntryData
    audit_head: typeof auditHeadData
    audit_anchor: typeof auditAnchorData
  }
}
