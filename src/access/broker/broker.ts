/** What the web process may ask of the broker: `tools.broker`. */
import { Unavailable } from '../../privacy/operation/errors.ts'

export interface RevealOrder {
  readonly accountId: string
  readonly leaseId: string
  readonly staffId: string
  /** Public half of the one-time key of the technician's browser. */
  readonly publicKey: string
  /** The deposit as the client's browser sealed it. */
  readonly sealed: string
}

export interface Revealed {
  readonly revealId: string
  readonly depositId: string
  /** The secret, sealed to the one-time key: nobody on the way can open it. */
  readonly sealed: string
}

export interface Broker {
  /** What browsers seal to now. @throws Unavailable */
  publicKey(): Promise<string>
  /**
   * Consumes one use of a live lease and answers the secret sealed to the one-time key.
   * @throws Conflict `lease_not_live` when there is no use left to consume, for whatever reason
   * @throws Conflict `deposit_unreadable` when what was deposited does not open
   * @throws Invalid publicKey
   * @throws Unavailable
   */
  reveal(order: RevealOrder): Promise<Revealed>
}

/** For processes that never hand over or show anything. */
export const absentBroker: Broker = {
  async publicKey() {
    throw new Unavailable('broker')
  },
  async reveal() {
    throw new Unavailable('broker')
  },
}

declare module '../../privacy/operation/tools.ts' {
  interface Tools {
    readonly broker: Broker
  }
}
