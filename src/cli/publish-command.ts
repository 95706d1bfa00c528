import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Desk } from '../app/desk.ts'
import { addDays, type CivilDay, civilDayOf } from '../privacy/clock/civil-day.ts'
import { publishPolicy } from '../registers/policy/publish-policy.ts'
import { showPolicyChange } from '../registers/policy/show-change.ts'
import type { Command } from './command.ts'
import { withDesk } from './with-desk.ts'

const usage = 'npx zavor policy publish [--effective YYYY-MM-DD] [--dry-run]'
const noticeDays = 30

/**
 * Publishes the policy as it lies on the disk: prints what has changed against the version before, then freezes it. Without
 * a day, a material change takes effect in 30 days and any other today.
 */
export const policyPublish: Command = async (settings, words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { effective: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    allowPositionals: true,
  })
  if (positionals.length > 0) throw new Error(`${positionals[0]}: not expected. ${usage}`)
  if (values.effective !== undefined && !z.iso.date().safeParse(values.effective).success) {
    throw new Error(`--effective ${values.effective}: expected a day such as 2027-01-01`)
  }
  return withDesk(settings, (desk) => publish(desk, values.effective, values['dry-run'] ?? false))
}

async function publish(desk: Desk, wished: CivilDay | undefined, isTry: boolean): Promise<number> {
  const by = { actor: { kind: 'system', job: 'policy publish' }, via: 'cli', locale: 'en' } as const
  const change = await desk.call(by, showPolicyChange, {})
  if (change.latest && change.changes.length === 0 && change.publication !== 'unpublished') {
    process.stdout.write(`Version ${change.latest.version} is published already and nothing differs.\n`)
    return 0
  }
  process.stdout.write(
    `Version ${change.version}, ${change.latest ? `after ${change.latest.version}` : 'the first'}:\n`,
  )
  for (const { weight, says } of change.changes) process.stdout.write(`  ${weight.padEnd(9)}${says.en}\n`)
  const today = civilDayOf(new Date())
  const effectiveOn = wished ?? (change.weight === 'material' && change.latest ? addDays(today, noticeDays) : today)
  if (isTry) {
    process.stdout.write(`It would take effect on ${effectiveOn}. Nothing was published.\n`)
    return 0
  }
  const { number, weight } = await desk.call(by, publishPolicy, { effectiveOn, hash: change.hash })
  const told = weight === 'material' ? ' Each person is told by a letter of their own.' : ''
  process.stdout.write(`Published as number ${number}, in force from ${effectiveOn}.${told}\n`)
  return 0
}
