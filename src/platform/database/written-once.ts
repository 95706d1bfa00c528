import type { CompiledQuery, Kysely } from 'kysely'

/** What a parameter of a statement will be, known by its name alone until the statement runs. */
class StandIn {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

interface Writable<Db, Row> {
  compile(db: Kysely<Db>): CompiledQuery<Row>
}

/**
 * A statement that is asked again and again, written out by Kysely the first time only: writing it costs as much as answering
 * it. `write` puts what it is given into the statement. It may look whether something is given at all (not undefined), as
 * each such shape is written by itself, but not at the value: it gets a stand-in.
 */
export function writtenOnce<Db, Given extends object, Row>(
  write: (db: Kysely<Db>, given: Given) => Writable<Db, Row>,
): (db: Kysely<Db>, given: Given) => Promise<Row[]> {
  const written = new Map<string, CompiledQuery<Row>>()
  return async (db, given) => {
    const values = given as Readonly<Record<string, unknown>>
    const names = Object.keys(values).filter((name) => values[name] !== undefined)
    const shape = names.join(' ')
    const statement = written.get(shape) ?? write(db, standIns(names) as Given).compile(db)
    written.set(shape, statement)
    const parameters = statement.parameters.map((one) => (one instanceof StandIn ? values[one.name] : one))
    return (await db.executeQuery<Row>({ ...statement, parameters })).rows
  }
}

function standIns(names: readonly string[]): Record<string, StandIn> {
  return Object.fromEntries(names.map((name) => [name, new StandIn(name)]))
}
