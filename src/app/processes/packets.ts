import { policy } from '../../../policy/policy.ts'
import { urlFor } from '../../platform/database/owner-pool.ts'
import { WORKER_ROLE } from '../../platform/jobs/worker-role.ts'
import { type KeyFile, writeRing } from '../../platform/keys/key-file.ts'
import { roleOf } from '../../privacy/compiler/wanted.ts'
import { INSPECTOR_ROLE } from '../inspector.ts'
import { BROKER_ROLE, rolePasswords } from '../login-roles.ts'
import type { Settings } from '../settings.ts'
import { SWEEPER_ROLE } from '../sweeper.ts'
import type { BootPacket, Mode, Role } from './boot-packet.ts'

/**
 * Who may have which secret. The owner's password and the key file stay with the supervisor; only the broker has its ring,
 * and nothing but its ring and its own role.
 */
export function packetFor(role: Role, mode: Mode, settings: Settings, keys: KeyFile, ownerUrl: string): BootPacket {
  const passwordOf = rolePasswords(keys.database)
  const purposes = Object.keys(policy.purposes).map(roleOf)
  const roles = {
    web: purposes,
    worker: [...purposes, WORKER_ROLE, INSPECTOR_ROLE, SWEEPER_ROLE],
    broker: [BROKER_ROLE],
  }[role]
  const { port, host, origin, dataFolder, callsPerMinute, proxies, smtpUrl, imapUrl } = settings
  return {
    role,
    mode,
    settings: {
      port,
      host,
      origin,
      dataFolder,
      callsPerMinute,
      proxies,
      hasMailServer: smtpUrl !== undefined,
      ...(settings.backupTo ? { backupPlan: { place: settings.backupTo, at: settings.backupAt } } : {}),
      ...(role === 'worker' && smtpUrl ? { smtpUrl } : {}),
      ...(role === 'worker' && imapUrl ? { imapUrl } : {}),
    },
    databaseUrls: Object.fromEntries(roles.map((name) => [name, urlFor(ownerUrl, name, passwordOf(name))])),
    ...(role === 'broker' ? { brokerRing: writeRing(keys.broker) } : { deskRing: writeRing(keys.desk) }),
  }
}
