/**
 * Reads go to the purpose's views, writes to the base tables. So code names a table once, and PostgreSQL checks column
 * grants on the table itself (a view over a sharded table cannot be written).
 */
import {
  type DeleteQueryNode,
  IdentifierNode,
  type InsertQueryNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  TableNode,
  type UnknownRow,
  type UpdateQueryNode,
} from 'kysely'

class Transformer extends OperationNodeTransformer {
  readonly tables: ReadonlySet<string>
  constructor(tables: ReadonlySet<string>) {
    super()
    this.tables = tables
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const done = super.transformInsertQuery(node)
    return done.into ? { ...done, into: this.base(done.into) } : done
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const done = super.transformUpdateQuery(node)
    return done.table && TableNode.is(done.table) ? { ...done, table: this.base(done.table) } : done
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const done = super.transformDeleteQuery(node)
    const froms = done.from.froms.map((from) => (TableNode.is(from) ? this.base(from) : from))
    return { ...done, from: { ...done.from, froms } }
  }

  private base(node: TableNode): TableNode {
    const { schema, identifier } = node.table
    if (schema !== undefined || !this.tables.has(identifier.name)) return node
    return { ...node, table: { ...node.table, schema: IdentifierNode.create('base') } }
  }
}

export class ToBaseTables implements KyselyPlugin {
  readonly #transformer: Transformer
  constructor(tables: readonly string[]) {
    this.#transformer = new Transformer(new Set(tables))
  }

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(args.node)
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result
  }
}
