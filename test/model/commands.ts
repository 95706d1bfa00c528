/** What can happen to a client's data, each through the desk's own operations, and what the oracle makes of it. */
import { saveArticle } from '../../src/desk/article/save-article.ts'
import { addAttachment } from '../../src/desk/attachment/add-attachment.ts'
import { openTicket } from '../../src/desk/ticket/open-ticket.ts'
import { replyToTicket } from '../../src/desk/ticket/reply-to-ticket.ts'
import { newId } from '../../src/platform/database/id.ts'
import { consentText } from '../../src/privacy/notice/consent-text.ts'
import type { StaffActor } from '../../src/privacy/operation/actor.ts'
import { DeskError } from '../../src/privacy/operation/errors.ts'
import { releaseHold } from '../../src/privacy/retention/release-hold.ts'
import { setHold } from '../../src/privacy/retention/set-hold.ts'
import { setChoice } from '../../src/rights/choice/set-choice.ts'
import { correctOwn } from '../../src/rights/correction/correct.ts'
import { endRestriction } from '../../src/rights/desk/lift-restriction.ts'
import { endAccount } from '../../src/rights/ending/end-account.ts'
import { endPerson } from '../../src/rights/ending/end-person.ts'
import { askRequest } from '../../src/rights/request/ask-request.ts'
import { enterRequest } from '../../src/rights/request/link-request.ts'
import { makeRequest } from '../../src/rights/request/make-request.ts'
import type { TestDesk } from '../support/desk.ts'
import { givenMember } from '../support/given.ts'
import { copyOf, isClaimed, type PersonModel, type World } from './world.ts'

/** Chosen by the test; indices are taken modulo what there is. */
export type Command =
  | { readonly do: 'join' | 'endAccount' | 'backup' | 'claimAll' | 'release' }
  | {
      readonly do: 'write' | 'restrict' | 'lift' | 'correct' | 'leave' | 'article' | 'ask' | 'claim'
      readonly who: number
    }
  | { readonly do: 'share' | 'attach'; readonly who: number; readonly ticket: number }
  | {
      readonly do: 'choose'
      readonly who: number
      readonly purpose: 'updates' | 'openings' | 'improvement'
      readonly choice: 'on' | 'off'
    }
  | { readonly do: 'expire'; readonly ticket: number }

/** Needles are letters only, so that a name may hold one and a search index keeps it whole. */
export function newNeedle(): string {
  return `ndl${Array.from(newId().replaceAll('-', '').slice(-14), (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('')}`
}

export interface Stage {
  readonly desk: TestDesk
  readonly staff: StaffActor
  readonly world: World
  /** Needles that must be nowhere any more, and those of people and texts that live. */
  readonly gone: Set<string>
  /** Of these, what an erasure took: no backup may bring it back. */
  readonly erased: Set<string>
  /** Backups made in this life, with what a restore of each must show. */
  readonly kept: { readonly name: string; readonly world: World }[]
  /** Makes a backup, or none where enough were made. */
  backup(): Promise<string | null>
  readonly names: Map<string, string[]>
  readonly texts: Map<string, string[]>
  /** Of articles, which are the company’s and stay as long as it does. */
  readonly articles: string[]
}

/** Carries a command out on both sides. One that the desk refuses must have changed nothing: the oracle stays as it is. */
export async function perform(stage: Stage, command: Command): Promise<void> {
  if (stage.world.ended) return
  try {
    await acts[command.do](stage, command as never)
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
  }
}

const as = ({ desk, world }: Stage, person: PersonModel) =>
  desk.as({
    kind: 'member',
    loginId: newId(),
    accountId: world.accountId,
    personId: person.id,
    roles: ['owner'],
    freshAt: new Date(),
  })

function chosen(stage: Stage, who: number): PersonModel | undefined {
  const living = stage.world.people.filter((person) => !person.erased)
  return living[who % Math.max(living.length, 1)]
}

function note(map: Map<string, string[]>, key: string, needle: string): void {
  map.set(key, [...(map.get(key) ?? []), needle])
}

const worlds = (stage: Stage): World[] => [stage.world, ...stage.kept.map(({ world }) => world)]

/** What the ledger outside carries over reaches every backup made before, once it is restored. */
function each(stage: Stage, person: PersonModel, change: (one: PersonModel) => void): void {
  for (const world of worlds(stage)) {
    const one = world.people.find(({ id }) => id === person.id)
    if (one) change(one)
  }
}

function lose(stage: Stage, needle: string): void {
  stage.gone.add(needle)
  stage.erased.add(needle)
}

async function claim({ desk, staff, world }: Stage, personId: string | null): Promise<void> {
  const reason = 'Dosarul 123/2026, Judecătoria Cluj'
  const given = { accountId: world.accountId, ...(personId ? { personId } : {}), reason }
  const { holdId } = await desk.as(staff).call(setHold, given)
  world.claims.set(holdId, personId)
}

const acts: { readonly [C in Command as C['do']]: (stage: Stage, command: C) => Promise<void> } = {
  async join(stage) {
    const { desk, world } = stage
    const needle = newNeedle()
    const { personId } = await givenMember(desk, {
      accountId: world.accountId,
      name: `Ana ${needle}`,
      email: `${needle}@model.test`,
    })
    note(stage.names, personId, needle)
    world.people.push({
      id: personId,
      name: `Ana ${needle}`,
      consents: new Set(),
      objections: new Set(),
      restrictedBy: null,
      erased: false,
    })
  },
  async write(stage, { who }) {
    const person = chosen(stage, who)
    if (!person) return
    const needle = newNeedle()
    const input = { subject: `Server ${needle}`, body: `Nu merge ${needle}` }
    const { ticketId } = await as(stage, person).call(openTicket, input)
    note(stage.texts, ticketId, needle)
    stage.world.tickets.push({ id: ticketId, openedBy: person.id })
    const { rows } = await stage.desk.owner.query<{ id: string }>({
      name: 'first message',
      text: 'select id from base.message where account_id = $1 and ticket_id = $2',
      values: [stage.world.accountId, ticketId],
    })
    stage.world.messages.push({ id: rows[0]?.id ?? '', ticket: ticketId, author: person.id })
  },
  async share(stage, { who, ticket }) {
    const person = chosen(stage, who)
    const one = stage.world.tickets[ticket % Math.max(stage.world.tickets.length, 1)]
    if (!person || !one) return
    const needle = newNeedle()
    const { messageId } = await as(stage, person).call(replyToTicket, { ticketId: one.id, body: `Adaug ${needle}` })
    note(stage.texts, one.id, needle)
    stage.world.messages.push({ id: messageId, ticket: one.id, author: person.id })
  },
  async attach(stage, { who, ticket }) {
    const person = chosen(stage, who)
    const one = stage.world.tickets[ticket % Math.max(stage.world.tickets.length, 1)]
    if (!person || !one) return
    const needle = newNeedle()
    const content = Buffer.from(`jurnal ${needle}`) as never
    const { attachmentId } = await as(stage, person).call(addAttachment, { name: `${needle}.txt`, content })
    const sent = { ticketId: one.id, body: 'Jurnalul', attachmentIds: [attachmentId] }
    const { messageId } = await as(stage, person).call(replyToTicket, sent)
    note(stage.texts, one.id, needle)
    stage.world.messages.push({ id: messageId, ticket: one.id, author: person.id })
  },
  async article(stage, { who }) {
    const person = chosen(stage, who)
    if (!person) return
    const needle = newNeedle()
    await as(stage, person).call(saveArticle, { title: `Cum ${needle}`, body: `Se repornește ${needle}.` })
    stage.articles.push(needle)
  },
  /** By link and code, as somebody who does not sign in; the answer and its letter are full of the person. */
  async ask(stage, { who }) {
    const person = chosen(stage, who)
    if (!person) return
    const { desk, world } = stage
    const visitor = desk.as({ kind: 'visitor' }, 'link')
    const email = `${stage.names.get(person.id)?.[0]}@model.test`
    await visitor.call(askRequest, { email, kind: 'access', language: 'ro' })
    const { rows } = await desk.owner.query(
      `select id, account_id, kind, language, sealed from base.letter
       where account_id = $1 and kind = 'rights_code' and sealed is not null order by created_at desc, id desc limit 1`,
      [world.accountId],
    )
    if (!rows[0]) return
    const { words } = await desk.tools.letters.open(rows[0])
    const token = words.action?.url.split('/').at(-1) ?? ''
    await visitor.call(enterRequest, { token, code: words.lines[1] ?? '' })
  },
  async claim(stage, { who }) {
    const person = chosen(stage, who)
    if (!person) return
    await claim(stage, person.id)
  },
  async claimAll(stage) {
    await claim(stage, null)
  },
  async release({ desk, staff, world }) {
    for (const [holdId] of world.claims) {
      await desk.as(staff).call(releaseHold, { accountId: world.accountId, holdId })
      world.claims.delete(holdId)
    }
  },
  async choose(stage, { who, purpose, choice }) {
    const person = chosen(stage, who)
    if (!person) return
    const text = consentText(purpose, 'ro').hash
    await as(stage, person).call(setChoice, { purpose, choice, text })
    if (purpose === 'improvement')
      each(stage, person, (one) => one.objections[choice === 'off' ? 'add' : 'delete'](purpose))
    // A consent given after a backup is lost with its proof; its end is not.
    else if (choice === 'on') person.consents.add(purpose)
    else each(stage, person, (one) => one.consents.delete(purpose))
  },
  async restrict(stage, { who }) {
    const person = chosen(stage, who)
    if (!person || person.restrictedBy) return
    const { caseId } = await as(stage, person).call(makeRequest, { kind: 'restriction' })
    each(stage, person, (one) => {
      one.restrictedBy = caseId
    })
  },
  async lift(stage, { who }) {
    const person = chosen(stage, who)
    if (!person?.restrictedBy) return
    await as(stage, person).call(endRestriction, { caseId: person.restrictedBy })
    each(stage, person, (one) => {
      one.restrictedBy = null
    })
  },
  async correct(stage, { who }) {
    const person = chosen(stage, who)
    if (!person) return
    const needle = newNeedle()
    note(stage.names, person.id, needle)
    await as(stage, person).call(correctOwn, { name: `Maria ${needle}` })
    person.name = `Maria ${needle}`
  },
  async leave(stage, { who }) {
    const person = chosen(stage, who)
    if (!person) return
    await as(stage, person).call(endPerson, { understood: 'yes' })
    if (isClaimed(stage.world, person.id)) throw new Error('somebody was erased whose data a claim keeps')
    each(stage, person, (one) => {
      one.erased = true
    })
    for (const needle of stage.names.get(person.id) ?? []) lose(stage, needle)
  },
  async endAccount(stage) {
    const person = chosen(stage, 0)
    if (!person) return
    await as(stage, person).call(endAccount, { understood: 'yes' })
    if (isClaimed(stage.world, null)) throw new Error('an account was erased whose data a claim keeps')
    for (const world of worlds(stage)) world.ended = true
    for (const needles of [...stage.names.values(), ...stage.texts.values(), stage.articles])
      for (const one of needles) lose(stage, one)
  },
  async backup(stage) {
    const name = await stage.backup()
    if (name !== null) stage.kept.push({ name, world: copyOf(stage.world) })
  },
  async expire(stage, { ticket }) {
    const { desk, world } = stage
    const one = world.tickets[ticket % Math.max(world.tickets.length, 1)]
    if (!one) return
    await desk.owner.query(
      `update base.ticket set status = 'closed', closed_at = now() - interval '3 years 1 day' where account_id = $1 and id = $2`,
      [world.accountId, one.id],
    )
    const isThere = async () =>
      (await desk.owner.query('select from base.ticket where account_id = $1 and id = $2', [world.accountId, one.id]))
        .rowCount
    await desk.owner.query(`select base.end_due('ticket', 1000)`)
    const inIt = world.messages.filter((message) => message.ticket === one.id)
    const involved = new Set([one.openedBy, ...inIt.map(({ author }) => author)])
    const held =
      [...world.claims.values()].includes(null) ||
      world.people.some(({ id, restrictedBy }) => involved.has(id) && (restrictedBy !== null || isClaimed(world, id)))
    if (held) {
      // It waits, and goes when nobody in it is restricted or claimed any more; here it is opened again, so that it does not.
      await desk.owner.query(
        `update base.ticket set status = 'open', closed_at = null where account_id = $1 and id = $2`,
        [world.accountId, one.id],
      )
      return
    }
    // Another life's run may hold it in its own batch, not yet committed.
    while (await isThere()) await desk.owner.query(`select base.end_due('ticket', 1000)`)
    world.tickets.splice(world.tickets.indexOf(one), 1)
    for (const message of inIt) world.messages.splice(world.messages.indexOf(message), 1)
    for (const needle of stage.texts.get(one.id) ?? []) stage.gone.add(needle)
  },
}
