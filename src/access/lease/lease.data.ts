import { accountKey, dataMap, int, key, link, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { accessUses, leaseWordsUses } from '../access-uses.ts'

export const leaseStatuses = ['asked', 'approved', 'denied', 'ended'] as const
export const leaseEndings = [
  'ended',
  'deposit_withdrawn',
  'deposit_replaced',
  'deposit_expired',
  'target_changed',
  'erased',
] as const

/** A time-boxed right of one technician to use a deposit, for a reason (P15). */
export const leaseData = dataMap(
  'lease',
  {
    label: { ro: 'Accese temporare', en: 'Leases' },
    about: null,
    capacity: 'controller',
    retention: 'access_record',
    clock: { with: 'deposit', by: 'deposit_id', until: 'created_at' },
    uses: accessUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    target_id: link('target'),
    deposit_id: link('deposit'),
    asked_by: uuid({ label: { ro: 'Cine a cerut', en: 'Who asked' } }),
    reason: text({
      label: { ro: 'Motivul', en: 'Reason' },
      category: 'access_details',
      uses: leaseWordsUses,
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    order_id: link('order', { optional: true }),
    ticket_id: link('ticket', { optional: true }),
    minutes: int({ label: { ro: 'Minute', en: 'Minutes' } }),
    uses: int({ label: { ro: 'Afișări cerute', en: 'Showings asked for' } }),
    uses_left: int({ label: { ro: 'Afișări rămase', en: 'Showings left' } }),
    status: oneOf(leaseStatuses, { defaulted: true, label: { ro: 'Starea', en: 'State' } }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Cerut la', en: 'Asked at' } }),
    decided_at: timestamp({ optional: true, label: { ro: 'Hotărât la', en: 'Decided at' } }),
    decided_by: link('person', { optional: true }),
    decided_by_staff: uuid({ optional: true }),
    expires_at: timestamp({ optional: true, label: { ro: 'Până la', en: 'Until' } }),
    ended_at: timestamp({ optional: true, label: { ro: 'Încheiat la', en: 'Ended at' } }),
    ended_by: link('person', { optional: true }),
    ended_by_staff: uuid({ optional: true }),
    ending: oneOf(leaseEndings, { optional: true, label: { ro: 'Cum s-a încheiat', en: 'How it ended' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    lease: typeof leaseData
  }
}
