import { readSettings } from '../app/settings.ts'
import { inLocale } from '../platform/language/locale.server.ts'
import { auditVerify } from './audit-command.ts'
import { backup, backupList } from './backup-command.ts'
import type { Command } from './command.ts'
import { dbUrl } from './db-command.ts'
import { listDeadJobs, retryJob } from './jobs-command.ts'
import { password } from './password-command.ts'
import { policyCheck, policyDiff } from './policy-command.ts'
import { policyPublish } from './publish-command.ts'
import { restore } from './restore-command.ts'
import { retention } from './retention-command.ts'
import { saidOfFault } from './said-of-fault.ts'

interface Named {
  readonly does: string
  readonly run: Command
  /** Nothing follows its name. */
  readonly alone?: true
}

const commands: Record<string, Named> = {
  'db url': { does: "prints the owner's connection string, for tools of your own", run: dbUrl, alone: true },
  'policy check': {
    does: 'names every column on which policy, data maps and database disagree',
    run: policyCheck,
    alone: true,
  },
  'policy diff': { does: 'prints what the next start would change in the database', run: policyDiff, alone: true },
  'policy publish': {
    does: 'freezes policy.ts, ro.md and en.md as a version, and has people told; --dry-run only says what changed',
    run: policyPublish,
  },
  'audit verify': {
    does: 'recomputes the access log and names an entry that was changed, removed or moved',
    run: auditVerify,
    alone: true,
  },
  retention: { does: 'ends what is due; with --dry-run only says what and why', run: retention },
  backup: { does: 'makes an encrypted backup now; --to a folder or s3://bucket/prefix', run: backup },
  'backup list': { does: 'lists the backups with their size and expiry', run: backupList },
  restore: {
    does: 'puts a backup back, after all that was erased and limited since; --in-place for a snapshot of your own',
    run: restore,
  },
  password: {
    does: 'shows a link for a new password, for whoever is locked out: password <e-mail> [--without-second-factor]',
    run: password,
  },
  'jobs dead': { does: 'lists the jobs that failed for good', run: listDeadJobs, alone: true },
  'jobs retry': { does: 'lets a dead job be tried again: jobs retry <number>', run: retryJob },
}

const words = process.argv.slice(2)
const [first = '', second = ''] = words
const name = Object.hasOwn(commands, `${first} ${second}`) ? `${first} ${second}` : first
const rest = words.slice(name.split(' ').length)
process.exit(await main())

async function main(): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || rest.includes('--help')) {
    const asked = ['--help', '-h', 'help'].includes(first) || rest.includes('--help')
    ;(asked ? process.stdout : process.stderr).write(overview())
    return asked ? 0 : 2
  }
  if (command.alone && rest.length > 0) {
    process.stderr.write(`${rest[0]}: not expected, nothing follows npx zavor ${name}\n`)
    return 2
  }
  try {
    // What operations refuse with is said in the language of all else here.
    return await inLocale('en', () => command.run(readSettings(), rest))
  } catch (error) {
    const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ?? false
    process.stderr.write(`${saidOfFault(error)}\n${isUsage ? overview() : ''}`)
    return isUsage ? 2 : 1
  }
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { does }]) => `  npx zavor ${name.padEnd(14)} ${does}`)
  const starts = [
    '  npm start                starts Zavor',
    '  npm run demo             starts a demonstration, with data of its own',
  ]
  return `${[...starts, ...lines].join('\n')}\n`
}
