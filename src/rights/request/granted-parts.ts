/** What the answer to a request says where it is granted, by kind. */
import { heldTables } from '../../privacy/held/held-tables.ts'
import { companies } from '../../registers/recipients.facade.ts'
import { accessParts, recipientsPart, toldOf } from '../answer/access.answer.ts'
import { correctionPart, passedOnPart, toldPart } from '../answer/change.answers.ts'
import type { Part } from '../answer/document.ts'
import {
  automatedPart,
  objectionPart,
  portabilityPart,
  restrictionPart,
  withdrawalPart,
} from '../answer/limit.answers.ts'
import { correctionsOf } from '../correction/correction.queries.ts'
import { type CaseRow, recipientsOf } from './case.queries.ts'
import type { Gathered } from './persons.queries.ts'
import type { Running } from './running.ts'

export async function grantedParts(running: Running, row: CaseRow, persons: readonly Gathered[]): Promise<Part[]> {
  const theirs = persons.filter((one) => one.capacity === 'processor')
  const ours = persons.filter((one) => one.capacity === 'controller')
  const parts = ours.length > 0 ? await ownParts(running, row, ours) : []
  return theirs.length > 0 ? [...parts, passedOnPart(theirs, row.language)] : parts
}

async function ownParts({ trx, tools, now }: Running, row: CaseRow, ours: readonly Gathered[]): Promise<Part[]> {
  const { language } = row
  const purpose = row.purpose ?? ''
  const tables = heldTables(tools.maps)
  if (row.kind === 'access') return await accessParts(trx, tables, ours.map(heldOf), language)
  if (row.kind === 'portability') return [portabilityPart(language)]
  if (row.kind === 'automated') return [automatedPart(language)]
  if (row.kind === 'objection') return [objectionPart(purpose, now, language)]
  if (row.kind === 'withdrawal') return [withdrawalPart(purpose, now, language)]
  if (row.kind === 'recipients')
    return [recipientsPart(tables, await companies(trx), await toldOf(trx, ours.map(heldOf)), language)]
  const told = toldPart(await recipientsOf(trx, row), language)
  if (row.kind === 'restriction') return [restrictionPart(now, language), told]
  const corrected = await correctionsOf(trx, row.id)
  return corrected.length > 0 ? [correctionPart(corrected, language), told] : [told]
}

/** A person of the request as the export and the access answer look them up. */
export function heldOf({ accountId, personId, loginId, owner, accountName }: Gathered) {
  return { subject: { accountId, personId, loginId, owner }, accountName }
}
