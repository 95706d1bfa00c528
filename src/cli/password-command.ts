import { parseArgs } from 'node:util'
import { linkFromServer } from '../identity/sign-in/link-from-server.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import type { Command } from './command.ts'
import { withDesk } from './with-desk.ts'

const usage = 'npx zavor password <e-mail> [--without-second-factor]'

/** A way in for whoever is locked out, where no mail leaves or the code app is lost. The link is shown here and nowhere else. */
export const password: Command = async (settings, words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { 'without-second-factor': { type: 'boolean' } },
    allowPositionals: true,
  })
  const [email, ...more] = positionals
  if (email === undefined || more.length > 0) throw new Error(`Say whose, by their e-mail address: ${usage}`)
  const by = { actor: { kind: 'system', job: 'password' }, via: 'cli' } as const
  const asked = { email, endSecondFactor: values['without-second-factor'] ?? false }
  try {
    const { url, secondFactorEnded } = await withDesk(settings, (desk) => desk.call(by, linkFromServer, asked))
    say('This link sets a new password. It is good for one hour and works once:')
    say(`  ${url}`)
    if (secondFactorEnded) say('The code app of this address is off; staff set up another one as they sign in.')
    return 0
  } catch (error) {
    if (error instanceof NotFound) throw new Error('Nobody signs in with this address.')
    throw error
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
