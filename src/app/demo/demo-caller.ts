import type { Pool } from 'pg'
import type { Actor } from '../../privacy/operation/actor.ts'
import type { AnyOperation, InputOf, OutputOf } from '../../privacy/operation/operation.ts'
import type { Desk } from '../desk.ts'

export type DemoCall = <Op extends AnyOperation>(operation: Op, input: InputOf<Op>) => Promise<OutputOf<Op>>

/** Calls as one of the people of the demonstration, who have just signed in. */
export function callAs(desk: Desk, actor: Actor, locale: 'ro' | 'en' = 'ro'): DemoCall {
  return (operation, input) => desk.call({ actor, via: 'cli', locale }, operation, input)
}

/** Whether nothing of this kind is there yet. */
export async function isNew(owner: Pool, looking: string, id: string): Promise<boolean> {
  return (await owner.query(looking, [id])).rowCount === 0
}
