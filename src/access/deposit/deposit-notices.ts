import { noticeOf } from '../../privacy/notice/notice-of.ts'
import type { DepositKind } from '../sealed/deposit-kinds.ts'
import { targetData } from '../target/target.data.ts'
import { depositData } from './deposit.data.ts'

/** The promise that speaks of each kind: server logins, database details, logins to ticketing systems. */
const promises = { server: 8, database: 9, ticketing: 11 } as const satisfies Record<DepositKind, number>

/** Why the facts of a target and its secret are asked for, in the words of policy and data map. */
export function depositNotices(kind: DepositKind, locale: 'ro' | 'en') {
  const asking = { purpose: 'access', locale, promise: promises[kind] } as const
  return {
    facts: noticeOf(targetData, kind === 'ticketing' ? 'url' : 'host', asking),
    secret: noticeOf(depositData, 'sealed', asking),
  }
}
