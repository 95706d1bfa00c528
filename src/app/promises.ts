/** Every check of a promise, and the ground that they look at. One line each. */
import { join } from 'node:path'
import type { Pool } from 'pg'
import { policy } from '../../policy/policy.ts'
import { accessPromises } from '../access/access.promises.ts'
import { backupsPromises } from '../backups/backups.promises.ts'
import { caseStudyPromises } from '../case-study/case-study.promises.ts'
import { chatPromises } from '../chat/chat.promises.ts'
import { childrenPromises } from '../children/children.promises.ts'
import { deskPromises } from '../desk/desk.promises.ts'
import { enrichmentPromises } from '../enrichment/enrichment.promises.ts'
import { fraudPromises } from '../fraud/fraud.promises.ts'
import { identityPromises } from '../identity/identity.promises.ts'
import { lettersPromises } from '../letters/letters.promises.ts'
import { ordersPromises } from '../orders/orders.promises.ts'
import type { OutsideLedger } from '../privacy/ledger/outside-ledger.ts'
import { loadContent } from '../privacy/policy/load-content.ts'
import type { Ground, PromiseCheck, SeenPage } from '../privacy/promises/check.ts'
import { kernelChecks } from '../privacy/promises/kernel-checks.ts'
import { registersPromises } from '../registers/registers.promises.ts'
import { rightsPromises } from '../rights/rights.promises.ts'
import { sitePromises } from '../site/site.promises.ts'
import { successionPromises } from '../succession/succession.promises.ts'
import { termsPromises } from '../terms/terms.promises.ts'
import { maps } from './maps.ts'
import { operations } from './operations.ts'

export const promiseChecks: readonly PromiseCheck[] = [
  ...kernelChecks,
  ...identityPromises,
  ...lettersPromises,
  ...sitePromises,
  ...ordersPromises,
  ...deskPromises,
  ...chatPromises,
  ...accessPromises,
  ...rightsPromises,
  ...registersPromises,
  ...backupsPromises,
  ...childrenPromises,
  ...successionPromises,
  ...fraudPromises,
  ...caseStudyPromises,
  ...enrichmentPromises,
  ...termsPromises,
]

/** What a process must be given before it can check promises. */
export interface InspectionParts {
  readonly openInspector: () => Pool
  readonly openSecurity: () => Pool
  /** Where this system's own pages answer: "http://127.0.0.1:4000". */
  readonly pagesAt: string
}

/** The ground of the checks. Opened once, when the first check looks. */
export function promiseGround(
  parts: InspectionParts | undefined,
  ledger: OutsideLedger,
  backupPlan: Ground['backupPlan'] = null,
): () => Promise<Ground> {
  let ground: Ground | undefined
  return async () => {
    if (!parts) throw new Error('this process was not given the means to check promises')
    ground ??= {
      inspector: parts.openInspector(),
      security: parts.openSecurity(),
      maps,
      operations,
      policy,
      running: await loadContent(policy, maps, POLICY_FOLDER),
      ledger: () => ledger.read(),
      backupPlan,
      page: (path, cookie) => seePage(parts.pagesAt, path, cookie),
    }
    return ground
  }
}

const POLICY_FOLDER = join(import.meta.dirname, '../../policy')
const patience = 10_000

async function seePage(origin: string, path: string, cookie?: string): Promise<SeenPage> {
  const answer = await fetch(new URL(path, origin), {
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    ...(cookie ? { headers: { cookie } } : {}),
  })
  return {
    status: answer.status,
    headers: answer.headers,
    cookies: answer.headers.getSetCookie(),
    body: await answer.text(),
  }
}
