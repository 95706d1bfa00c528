import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { isPlace } from '../platform/archive/open-place.ts'

/** What the environment may say. Each variable with what is expected of it, in the words that a wrong one is answered with. */
const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535),
  HOST: z.string().regex(/^[A-Za-z0-9.:-]{1,255}$/),
  ZAVOR_DATA: z.string().min(1).max(4000),
  ZAVOR_ORIGIN: z.string().refine(isOrigin),
  DATABASE_URL: z.string().refine((value) => isUrl(value, ['postgresql:', 'postgres:'])),
  SMTP_URL: z.string().refine((value) => isUrl(value, ['smtp:', 'smtps:'])),
  IMAP_URL: z.string().refine((value) => isUrl(value, ['imap:', 'imaps:'])),
  ZAVOR_KEY_FILE: z.string().min(1).max(4000),
  ZAVOR_API_RATE: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .refine((calls) => calls >= 1),
  ZAVOR_PROXIES: z
    .string()
    .transform((value) => (value === 'none' ? [] : value.split(',').map((one) => one.trim())))
    .refine((networks) => networks.every(isNetwork)),
  ZAVOR_DEMO_PASSWORD: z.string().min(12).max(200),
  ZAVOR_BACKUP_TO: z.string().max(4000).refine(isPlace),
  ZAVOR_BACKUP_AT: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  ZAVOR_BACKUP_RECIPIENTS: z
    .string()
    .max(20_000)
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((all) => all.length > 0 && all.every((one) => /^age1[02-9ac-hj-np-z]{50,3000}$/.test(one))),
}

type Variable = keyof typeof variables

const expected: Record<Variable, string> = {
  PORT: 'a port from 1 to 65535, such as 4000',
  HOST: 'a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0',
  ZAVOR_DATA: 'the path of a folder, such as ./data',
  ZAVOR_ORIGIN: 'the address that browsers use, without a path, such as https://desk.example.com',
  DATABASE_URL: 'postgresql://user:password@host/database of a PostgreSQL 16 or later',
  SMTP_URL: 'smtp://user:password@host:port or smtps://…',
  IMAP_URL: 'imap://user:password@host:port or imaps://…',
  ZAVOR_KEY_FILE: 'the path of the key file, such as /etc/zavor/zavor.key',
  ZAVOR_API_RATE: 'how many calls of the API one login may make a minute, such as 3000',
  ZAVOR_PROXIES:
    'addresses or networks of proxies in front, separated by commas, such as 10.0.0.2,192.168.0.0/16, or none',
  ZAVOR_DEMO_PASSWORD: 'a password of at least 12 characters',
  ZAVOR_BACKUP_TO: 'the path of a folder, or s3://bucket/prefix',
  ZAVOR_BACKUP_AT: 'a time of day in UTC, such as 03:20',
  ZAVOR_BACKUP_RECIPIENTS: 'public keys of age, such as age1…, with commas between them',
}

export interface Settings {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataFolder: string
  /** Where browsers reach the pages, without a slash at the end. */
  readonly origin: string
  /** Absent: the embedded database under the data folder. */
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly imapUrl: string | undefined
  readonly keyFile: string
  /** Calls of the API, of one login. */
  readonly callsPerMinute: number
  /** Addresses and networks of proxies that are believed about whom they speak for. */
  readonly proxies: readonly string[]
  readonly demoPassword: string | undefined
  /** Where backups are made by themselves each day; absent: only by hand. */
  readonly backupTo: string | undefined
  /** Hour and minute in UTC: "03:20". */
  readonly backupAt: string
  /** Who alone can open backups; absent: the key beside the key file. */
  readonly backupRecipients: readonly string[] | undefined
}

/** A variable of the environment is wrong: `variable` names it, the message says what is expected, never what it held. */
export class SettingsError extends Error {
  readonly code = 'settings'
  readonly variable: string
  constructor(variable: Variable) {
    super(`${variable} is wrong: expected ${expected[variable]}.`)
    this.variable = variable
  }
}

/** Where the program itself lies. */
export const PROGRAM_FOLDER = join(import.meta.dirname, '../..')

/**
 * Reads the settings. An empty variable counts as absent. `defaultData`: the data folder in the program's own folder when
 * none is told. Throws SettingsError.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env, defaultData = 'data'): Settings {
  const read = <Name extends Variable>(name: Name): z.output<(typeof variables)[Name]> | undefined => {
    const value = environment[name]
    if (value === undefined || value === '') return undefined
    const parsed = variables[name].safeParse(value)
    if (!parsed.success) throw new SettingsError(name)
    return parsed.data as z.output<(typeof variables)[Name]>
  }
  const port = read('PORT') ?? 4000
  const host = read('HOST') ?? '127.0.0.1'
  const dataFolder = resolve(read('ZAVOR_DATA') ?? join(PROGRAM_FOLDER, defaultData))
  return {
    port,
    host,
    dataFolder,
    origin: read('ZAVOR_ORIGIN') ?? ownAddress({ host, port }),
    databaseUrl: read('DATABASE_URL'),
    smtpUrl: read('SMTP_URL'),
    imapUrl: read('IMAP_URL'),
    keyFile: resolve(read('ZAVOR_KEY_FILE') ?? `${dataFolder}/zavor.key`),
    callsPerMinute: read('ZAVOR_API_RATE') ?? 3000,
    proxies: read('ZAVOR_PROXIES') ?? ['127.0.0.0/8', '::1'],
    demoPassword: read('ZAVOR_DEMO_PASSWORD'),
    backupTo: absolute(read('ZAVOR_BACKUP_TO')),
    backupAt: read('ZAVOR_BACKUP_AT') ?? '03:20',
    backupRecipients: read('ZAVOR_BACKUP_RECIPIENTS'),
  }
}

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Where this machine itself reaches what listens there: "http://127.0.0.1:4000". */
export function ownAddress({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function isNetwork(value: string): boolean {
  const [address = '', bits, ...more] = value.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}

/** The processes may run elsewhere: a folder is named whole. */
function absolute(place: string | undefined): string | undefined {
  return place === undefined || place.includes('://') ? place : resolve(place)
}

function isOrigin(value: string): boolean {
  return isUrl(value, ['http:', 'https:']) && new URL(value).origin === value
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).hostname !== ''
}
