/** From the data maps to what Kysely may see for one purpose. */
import type { ColumnType, Kysely } from 'kysely'
import type { PurposeName } from '../../../policy/policy.ts'
import type { AnyColumn, Column, ColumnOptions, Use } from './column.ts'
import type { AnyDataMap, DataMap } from './data-map.ts'
import type { DataMaps } from './registry.ts'

type OptionsOf<C> = C extends { readonly options: infer O } ? O : never
type ValueOf<C> = C extends Column<infer T, infer _O> ? T : never
type Nullable<C> = OptionsOf<C> extends { optional: true } ? null : never
type MayBeLeftOut<C> = OptionsOf<C> extends { optional: true } | { defaulted: true } ? undefined : never

/** The use of one column for one purpose: its own, or for technical columns the table's. */
type UseOf<C, TableUses, P extends PurposeName> =
  OptionsOf<C> extends { uses: infer U }
    ? P extends keyof U
      ? U[P]
      : never
    : P extends keyof TableUses
      ? TableUses[P]
      : never

type InsertOf<C> = ValueOf<C> | Nullable<C> | MayBeLeftOut<C>
type StoredOf<C> = ValueOf<C> | Nullable<C>
type MaskedOf<C, U> = U extends 'pseudonym' ? string | Nullable<C> : U extends 'nothing' ? null : StoredOf<C>

type Cell<C, U> =
  OptionsOf<C> extends { generated: true }
    ? ColumnType<StoredOf<C>, never, never>
    : OptionsOf<C> extends { key: true }
      ? U extends 'write' | 'add' | 'blind'
        ? ColumnType<StoredOf<C>, InsertOf<C>, never>
        : ColumnType<StoredOf<C>, never, never>
      : U extends 'write'
        ? ColumnType<StoredOf<C>, InsertOf<C>, StoredOf<C>>
        : U extends 'add'
          ? ColumnType<StoredOf<C>, InsertOf<C>, never>
          : U extends 'blind'
            ? ColumnType<never, InsertOf<C>, StoredOf<C>>
            : ColumnType<MaskedOf<C, U>, never, never>

type TableFor<Columns, TableUses, P extends PurposeName> = {
  [K in keyof Columns as UseOf<Columns[K], TableUses, P> extends never ? never : K]: Cell<
    Columns[K],
    UseOf<Columns[K], TableUses, P>
  >
}

type For0<M, P extends PurposeName> = {
  [K in keyof M as M[K] extends DataMap<string, infer R, infer _C>
    ? P extends keyof R['uses']
      ? K
      : never
    : never]: M[K] extends DataMap<string, infer R, infer C> ? TableFor<C, R['uses'], P> : never
}

/** The tables and columns that a purpose may use, by table name. */
export type For<P extends PurposeName, M = DataMaps> = For0<M, P>

/** A handle on the tables of one purpose, whether or not a transaction is open. */
export type PurposeDb<P extends PurposeName> = Kysely<For<P>>

/**
 * The same inside a transaction. Said as an addition to the handle, not as Kysely's own `Transaction`: whoever asks for
 * either is then handed it without a comparison of all that Kysely is, which took most of the time of the type check.
 */
export type PurposeTrx<P extends PurposeName> = PurposeDb<P> & { readonly isTransaction: true }

export type ColumnNames<M extends AnyDataMap> = Extract<keyof M['columns'], string>
export type { AnyColumn, ColumnOptions, Use }
