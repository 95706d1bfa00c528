import { createReadStream, existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { identityPath } from '../app/backup/make-backup.ts'
import { restoreBackup } from '../app/restore/restore-backup.ts'
import { restoreInPlace } from '../app/restore/restore-in-place.ts'
import type { Settings } from '../app/settings.ts'
import { folderPlace } from '../platform/archive/folder-place.ts'
import { readIdentities } from '../platform/archive/identity.ts'
import { ARCHIVE_NAME, type ArchivePlace } from '../platform/archive/place.ts'
import { readKeyFile } from '../platform/keys/key-file.ts'
import { FolderHeld } from '../platform/process/folder-lock.ts'
import type { RestoreReport } from '../privacy/backup/report.ts'
import { backupPlace } from './backup-command.ts'
import type { Command } from './command.ts'
import { hasDatabase } from './owner.ts'

const usage = `npx zavor restore <name, file or "latest"> [--from <folder or s3://…>] [--identity <file>] [--replace] [--ledger-lost]
       npx zavor restore --in-place [--ledger-lost]`

/** Puts a backup back, or makes a database that was put back by other means fit to open. Zavor must be stopped. */
export const restore: Command = async (settings, words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: {
      from: { type: 'string' },
      identity: { type: 'string' },
      replace: { type: 'boolean' },
      'ledger-lost': { type: 'boolean' },
      'in-place': { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [named, ...more] = positionals
  const inPlace = values['in-place'] ?? false
  if ((named === undefined) !== inPlace || more.length > 0)
    throw new Error(`Say which backup, or --in-place:\n       ${usage}`)
  const keys = await readKeyFile(settings.keyFile)
  const ledgerLost = values['ledger-lost'] ?? false
  try {
    if (named === undefined) {
      if (!hasDatabase(settings)) throw new Error(`There is no database in ${settings.dataFolder}.`)
      tell(await restoreInPlace({ settings, keys, ledgerLost, say }))
    } else {
      const backup = await chosen(settings, named, values.from)
      say(`Restoring ${backup.name}`)
      const identities = await readIdentities(values.identity ?? identityPath(settings.keyFile))
      const { report, replaced } = await restoreBackup({
        settings,
        keys,
        backup,
        identities,
        replace: values.replace ?? false,
        ledgerLost,
        ledgerCopy: await backup.place.getBeside('erasures.log'),
        say,
      })
      tell(report)
      if (replaced) say(`The data of before lies in ${replaced}. Remove it once you have looked: rm -r ${replaced}`)
    }
  } catch (error) {
    if (error instanceof FolderHeld) throw new Error(`${error.message} Stop it first: nothing was changed.`)
    throw error
  }
  say('Zavor can be started: npm start')
  return 0
}

interface Chosen {
  readonly name: string
  read(): Promise<Readable>
  /** Where it lies, and the copy of the ledger outside beside it. */
  readonly place: ArchivePlace
}

async function chosen(settings: Settings, named: string, from: string | undefined): Promise<Chosen> {
  if (named.includes('/') && !named.includes('://')) {
    if (!existsSync(named)) throw new Error(`There is no file ${named}.`)
    const read = async () => createReadStream(named, { highWaterMark: 256 * 1024 })
    return { name: basename(named), read, place: folderPlace(dirname(resolve(named))) }
  }
  const place = await backupPlace(settings, from)
  const all = await place.list()
  const name = named === 'latest' ? all.at(-1)?.name : named
  if (!name || !ARCHIVE_NAME.test(name) || !all.some((one) => one.name === name)) {
    const there =
      all.length === 0
        ? 'no backup lies there'
        : `there are: ${all
            .slice(-5)
            .map((one) => one.name)
            .join(', ')}`
    throw new Error(`There is no backup ${named} in ${place.words}; ${there}.`)
  }
  return { name, read: () => place.read(name), place }
}

function tell({
  backup,
  migrated,
  replayed,
  ended,
  chain,
  residue,
  sessionsEnded,
  linksEnded,
  ledgerLost,
}: RestoreReport): void {
  say('')
  say('Report')
  if (backup) say(`  backup of ${backup.madeAt}: ${backup.tables} tables, ${backup.rows} rows, ${backup.files} files`)
  if (migrated.length > 0) say(`  brought forward by ${migrated.join(', ')}`)
  say(
    `  done again from the ledger outside (${replayed.lines} lines): ${replayed.erasures} erasures, ${replayed.withdrawals} withdrawals, ${replayed.objections} objections, ${replayed.restrictions} restrictions, ${replayed.lifted} lifted; ${replayed.aboutNobody} about nobody in it`,
  )
  say(
    `  ended again: ${replayed.accessEnded} of what was handed over, leased or ruled, ${replayed.keysEnded} keys, invitations and passkeys, ${replayed.placesEnded} places; ${replayed.rolesNarrowed} places with fewer roles; ${replayed.recipientsClosed} recipients and grounds closed; ${replayed.approvalsEnded} approvals of public texts, ${replayed.studiesDropped} case studies taken down; ${replayed.additionsEnded} additions from public sources off or away; ${replayed.campaignsCancelled} transfers of the business cancelled`,
  )
  say(`  told of a change (Art. 19): ${replayed.alreadyTold} recipients since; ${replayed.toTell} wait to be told`)
  say(
    `  of signing in: ${replayed.passwordsVoid} passwords void, ${replayed.factorsEnded} code apps gone, recovery codes of ${replayed.codesVoid} void`,
  )
  if (ledgerLost)
    say(
      '  LOOK AT THIS: the newest erasures.log was lost. What was erased, ended and changed since is as it was then, passwords and second factors too: have everybody change theirs.',
    )
  if (replayed.ownersKept > 0)
    say(
      `  LOOK AT THIS: ${replayed.ownersKept} owners had left or were no longer owners, and nobody else is owner here. They stay until you name another and end them.`,
    )
  if (replayed.consentsLost > 0)
    say(`  consents given since and lost with their proof: ${replayed.consentsLost}; they have to be asked for again`)
  const rows = Object.entries(ended).map(([table, count]) => `${count} ${table}`)
  say(`  past their period and ended: ${rows.length === 0 ? 'nothing' : rows.join(', ')}`)
  say(`  access log: whole, ${chain.entries} entries${chain.headMatches ? ', its head as the backup names it' : ''}`)
  say(`  residue: none of ${residue.needles} texts of erased people, and no row, is left`)
  if (residue.inOthersWords.length > 0) say(`  (mentioned in what others wrote: ${residue.inOthersWords.join(', ')})`)
  say(`  signed out: ${sessionsEnded} sessions; ${linksEnded} links and codes of one use ended`)
  if (replayed.passwordsVoid > 0) {
    say('  Whose password is void gets a letter and chooses a new one. Where no mail leaves, or for your own:')
    say('  npx zavor password <e-mail>')
  }
  say('')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
