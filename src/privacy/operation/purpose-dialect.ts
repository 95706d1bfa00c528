/**
 * How a purpose's statements are written. Reads go to the purpose's views, writes to the base tables: so code names a table
 * once, and PostgreSQL checks column grants on the table itself (a view over a sharded table cannot be written).
 */
import {
  type DeleteQueryNode,
  IdentifierNode,
  type InsertQueryNode,
  type LimitNode,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresQueryCompiler,
  TableNode,
  type UpdateQueryNode,
  ValueNode,
} from 'kysely'

class PurposeCompiler extends PostgresQueryCompiler {
  readonly #tables: ReadonlySet<string>
  constructor(tables: ReadonlySet<string>) {
    super()
    this.#tables = tables
  }

  protected override visitInsertQuery(node: InsertQueryNode): void {
    super.visitInsertQuery(node.into ? { ...node, into: this.#base(node.into) } : node)
  }

  protected override visitUpdateQuery(node: UpdateQueryNode): void {
    super.visitUpdateQuery(node.table && TableNode.is(node.table) ? { ...node, table: this.#base(node.table) } : node)
  }

  protected override visitDeleteQuery(node: DeleteQueryNode): void {
    const froms = node.from.froms.map((from) => (TableNode.is(from) ? this.#base(from) : from))
    super.visitDeleteQuery({ ...node, from: { ...node.from, froms } })
  }

  /** Written out: not knowing how few rows are wanted, PostgreSQL plans for a tenth of all, and anew for every query. */
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit ')
    if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`${limit.value}`)
    else this.visitNode(limit)
  }

  #base(node: TableNode): TableNode {
    const { schema, identifier } = node.table
    if (schema !== undefined || !this.#tables.has(identifier.name)) return node
    return { ...node, table: { ...node.table, schema: IdentifierNode.create('base') } }
  }
}

export class PurposeDialect extends PostgresDialect {
  readonly #tables: ReadonlySet<string>
  /** `tables`: those whose writes go to the base table. */
  constructor(config: PostgresDialectConfig, tables: readonly string[]) {
    super(config)
    this.#tables = new Set(tables)
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new PurposeCompiler(this.#tables)
  }
}
