/** `npm run demo`: a small provider with its staff, two clients and work under way, once; the password at every start. */
import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import { setUpProvider } from '../../identity/provider/set-up-provider.ts'
import type { Desk } from '../desk.ts'
import { setupLink } from '../setup-link.ts'
import { arriveToday } from './arrive-today.ts'
import { demoEmails, layDownPeople, ownerOfDemo } from './demo-people.ts'
import { layDownQuestions } from './demo-questions.ts'
import { layDownRegisters } from './demo-registers.ts'
import { layDownWork } from './demo-work.ts'

/** @returns lines for whoever started it */
export async function layDownDemo(
  desk: Desk,
  owner: Pool,
  origin: string,
  wished: string | undefined,
): Promise<string[]> {
  const password = wished ?? newPassword()
  const link = await setupLink(owner, origin)
  const hash = await desk.tools.signIn.hashPassword(password)
  if (link !== null) await setUp(desk, link, password)
  if (!(await isWhole(owner))) {
    const people = await layDownPeople(owner, hash)
    await layDownWork(desk, owner, people)
    await layDownRegisters(desk, people.owner)
    await layDownQuestions(desk, owner, people)
    await owner.query('insert into zavor.demonstration (whole_at) values (now())')
  } else {
    await arriveToday(owner)
  }
  await owner.query(
    `with changed as (
       update base.login_credential c set password = $1 from base.login l where l.id = c.login_id and l.email = any ($2)
       returning l.id)
     update base.login l set password_changed_at = now() from changed where changed.id = l.id`,
    [hash, demoEmails],
  )
  return [
    'This is a demonstration: its people are made up, its letters stay in the captured mailbox.',
    `Sign in as any of these: ${demoEmails.join(', ')}`,
    `Password: ${password}`,
    'Staff are asked to enrol a second factor at their first sign-in: any authenticator app will do.',
  ]
}

/**
 * Whether all of it was once laid down: from then on its people do as they please. A provider that is no demonstration's
 * is left alone.
 */
async function isWhole(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ whole: boolean }>(
    `select exists (select from zavor.demonstration)
       or not exists (select from base.staff where email = $1) as whole`,
    [ownerOfDemo.email],
  )
  return rows[0]?.whole ?? true
}

async function setUp(desk: Desk, link: string, password: string): Promise<void> {
  const token = link.slice(link.indexOf('#') + 1)
  await desk.call({ actor: { kind: 'visitor' }, via: 'cli' }, setUpProvider, {
    token,
    name: 'Server la Timp SRL',
    address: 'Bd. Eroilor 3, 400129 Cluj-Napoca',
    privacyEmail: 'date@provider.test',
    country: 'RO',
    language: 'ro',
    ownerName: ownerOfDemo.name,
    ownerEmail: ownerOfDemo.email,
    password,
  })
}

const syllables = ['ba', 'ce', 'do', 'fi', 'gu', 'la', 'me', 'no', 'pi', 'ru', 'sa', 'te', 'vo', 'zi']

/** Twelve syllables: 45 bits, easy to type, made anew at every start. */
function newPassword(): string {
  const word = () => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('')
  return Array.from({ length: 4 }, word).join('-')
}
