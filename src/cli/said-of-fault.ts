/** What a command says of what went wrong outside of it: a sentence and what to do, instead of a code and a system call. */

type Fault = Partial<NodeJS.ErrnoException> & {
  /** Of PostgreSQL alone. */
  readonly severity?: string
  readonly address?: string
  readonly port?: number
  readonly hostname?: string
}

const notOurs = 'There is no data of Zavor in this database, or it is of another release: the first start lays it out.'

/** By SQLSTATE. */
const ofDatabase: Readonly<Record<string, string>> = {
  '28P01': 'The database refuses the name or the password of DATABASE_URL.',
  '28000': 'The database refuses the name or the password of DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist on its server.',
  '3F000': notOurs,
  '42P01': notOurs,
  '42883': notOurs,
  '53100': 'There is no room left on the disk of the database: make some and run it again.',
  '53300': 'The database has no connection left for this: end what holds them, or run it again later.',
  '57P03': 'The database is starting up or shutting down: run it again in a moment.',
}

const ofFiles: Readonly<Record<string, string>> = {
  EACCES: 'this user may not use it. Run the command as the user that Zavor runs as.',
  EPERM: 'this user may not use it. Run the command as the user that Zavor runs as.',
  EROFS: 'its disk can only be read.',
  ENOENT: 'is not there.',
  ENOTDIR: 'a file lies on the way to it, where a folder is expected.',
  EEXIST: 'lies there already, and is not a folder.',
  EISDIR: 'is a folder, and a file is expected.',
  ELOOP: 'is a link, and what it leads to is not followed.',
}

const unreached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
])

export function saidOfFault(error: unknown): string {
  // A host of several addresses of which none answers: the reasons are within.
  const fault: Fault = error instanceof AggregateError ? error.errors[0] : (error as Fault)
  const { code = '', message = `${error}`, path } = fault
  if (fault.severity) return ofDatabase[code] ?? message
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `There is no room left on the disk${path ? ` of ${path}` : ''}: nothing half-written is kept. Make room and run it again.`
  const said = ofFiles[code]
  if (path && said) return `${path}: ${said}`
  if (!unreached.has(code)) return message
  const host = fault.hostname ?? fault.address
  const where = host ? ` at ${host}${fault.port ? `:${fault.port}` : ''}` : ''
  return `Nothing answers${where} (${code}): look whether the address is right, as in DATABASE_URL, and whether it runs.`
}
