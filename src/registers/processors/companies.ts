/** Who fills the roles of the policy, by name: for the public list, for each person's list, for the register. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { m } from '../../platform/language/words.ts'
import type { GroundKind } from './transfer-ground.data.ts'

/** A ground as it is said to people: the EEA in their language, any other as it is cited. */
export function groundSaid({ ground }: Pick<Company, 'ground'>, language: 'ro' | 'en'): string {
  return nameOfGround(ground, language)
}

/** Without a language: in that of whoever asks. */
export function nameOfGround(ground: { readonly kind: GroundKind; readonly name: string }, language?: 'ro' | 'en') {
  return ground.kind === 'eea' ? m.registers_ground_eea_name({}, language ? { locale: language } : {}) : ground.name
}

export interface Company {
  readonly id: string
  readonly recipient: string
  readonly name: string
  readonly country: string
  readonly purposes: readonly string[]
  readonly categories: readonly string[]
  readonly ground: { readonly kind: GroundKind; readonly name: string; readonly validOn: string }
  /** open: data may go to it. blocked: its ground fell. ended: it received data until then. */
  readonly state: 'open' | 'blocked' | 'ended'
  readonly since: Date | null
  readonly until: Date | null
}

/** Every company that is or was enabled, by role. The purpose must be able to read the register. */
export async function companies(db: QueryExecutorProvider): Promise<Company[]> {
  const { rows } = await sql<Omit<Company, 'ground'> & { kind: GroundKind; ground: string; valid_on: string }>`
    select p.id, p.recipient, p.name, p.country, p.purposes, p.categories, g.kind, g.name as ground, g.valid_on,
      case when p.enabled_at is null then 'ended' when g.invalid_at is not null then 'blocked' else 'open' end as state,
      p.enabled_at as since,
      case when p.enabled_at is null then p.disabled_at else g.invalid_at end as until
    from processor p join transfer_ground g on g.id = p.ground_id
    where p.name is not null and p.country is not null and coalesce(p.enabled_at, p.disabled_at) is not null
    order by p.recipient, p.enabled_at is null, p.entered_at, p.id`.execute(db)
  return rows.map(({ kind, ground, valid_on, ...row }) => ({
    ...row,
    ground: { kind, name: ground, validOn: valid_on },
  }))
}
