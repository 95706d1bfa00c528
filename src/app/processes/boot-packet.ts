import { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { BackupPlan } from '../../backups/backup-plan.ts'
import type { Settings } from '../settings.ts'

export type Role = 'web' | 'worker' | 'broker'

/** What the pages are made from, and whether a demonstration is shown. */
export type Mode = 'start' | 'demo' | 'dev'

/**
 * Everything a process is told at its start, with exactly the secrets of its role. It goes through a pipe: an environment
 * or a command line could be read by others and would be inherited.
 */
export interface BootPacket {
  readonly role: Role
  readonly mode: Mode
  readonly settings: Pick<Settings, 'port' | 'host' | 'origin' | 'dataFolder' | 'callsPerMinute' | 'proxies'> & {
    readonly hasMailServer: boolean
    /** The worker alone: it holds the mail server's password. */
    readonly smtpUrl?: string
    readonly imapUrl?: string
    /** When backups are made by themselves, and where to: shown to staff. */
    readonly backupPlan?: Omit<BackupPlan, 'reach'>
  }
  /** Connection strings by login role of the database: `zavor_support`, … */
  readonly databaseUrls: Readonly<Record<string, string>>
  /** The ring `desk` of the key file as text: web and worker alone. */
  readonly deskRing?: string
  /** The ring `broker`: the broker alone. */
  readonly brokerRing?: string
}

export const PACKET_PIPE = 3

/** Waits for the packet that the supervisor writes, when the database is prepared. It can be read once. */
export async function readPacket(): Promise<BootPacket> {
  return JSON.parse(await text(new Socket({ fd: PACKET_PIPE, readable: true, writable: false })))
}

/** The connection string of a role. Throws when this process was not given it. */
export function databaseUrl(packet: BootPacket, role: string): string {
  const url = packet.databaseUrls[role]
  if (!url) throw new Error(`${packet.role} was not given the database role ${role}`)
  return url
}
