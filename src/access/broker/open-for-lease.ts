/** The heart of the broker: a secret is decrypted only for a live lease, and leaves only sealed to one browser. */
import type pg from 'pg'
import { newId } from '../../platform/database/id.ts'
import type { BrokerKeys } from '../sealed/broker-keys.ts'
import type { DepositKind } from '../sealed/deposit-kinds.ts'
import { readPublicKey } from '../sealed/hpke.ts'
import { openDeposit } from '../sealed/seal-for-broker.ts'
import { sealForTechnician } from '../sealed/seal-for-technician.ts'
import type { Revealed, RevealOrder } from './broker.ts'

export type RevealRefusal = 'lease_not_live' | 'deposit_unreadable' | 'public_key'

export class RevealRefused extends Error {
  readonly code: RevealRefusal
  constructor(code: RevealRefusal) {
    super(code)
    this.code = code
  }
}

interface LiveDeposit {
  readonly request_id: string
  readonly item_id: string
  readonly deposit_id: string
  readonly kind: DepositKind
  readonly version: number
  readonly expires_at: Date
  readonly views: number
}

/**
 * Looks in the database itself whether the lease is live, opens the deposit, consumes one use, and seals for the browser.
 * @param pool connections of the role `zavor_broker`
 * @throws RevealRefused
 */
export async function openForLease(pool: pg.Pool, keys: BrokerKeys, order: RevealOrder): Promise<Revealed> {
  const { accountId, leaseId, staffId, publicKey, sealed } = order
  orRefuse('public_key', () => readPublicKey(publicKey))
  const look = 'select * from base.broker_look($1, $2, $3)'
  const { rows } = await pool.query<LiveDeposit>(look, [accountId, leaseId, staffId])
  const live = rows[0]
  if (!live) throw new RevealRefused('lease_not_live')
  const place = {
    accountId,
    requestId: live.request_id,
    itemId: live.item_id,
    depositId: live.deposit_id,
    kind: live.kind,
    version: live.version,
    expiresAt: live.expires_at.getTime(),
    views: live.views,
  }
  const pair = orRefuse('deposit_unreadable', () => keys.pairFor(sealed))
  const secret = await openDeposit(pair, place, sealed).catch(() => {
    throw new RevealRefused('deposit_unreadable')
  })
  const revealId = newId()
  const showing = { accountId, leaseId, depositId: live.deposit_id, revealId }
  // Sealed before the use is consumed, so that nothing can fail between the use and the answer; it leaves only after.
  const forBrowser = await sealForTechnician(publicKey, showing, secret).catch(() => {
    throw new RevealRefused('public_key')
  })
  const use = 'select base.broker_use($1, $2, $3, $4) as used'
  const used = await pool.query<{ used: boolean }>(use, [accountId, leaseId, staffId, revealId])
  if (!used.rows[0]?.used) throw new RevealRefused('lease_not_live')
  return { revealId, depositId: live.deposit_id, sealed: forBrowser }
}

function orRefuse<T>(code: RevealRefusal, attempt: () => T): T {
  try {
    return attempt()
  } catch {
    throw new RevealRefused(code)
  }
}
