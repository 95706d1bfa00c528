/** What the compiler would change: the statements, and the same in words. */
import { createHash } from 'node:crypto'
import { type Client, pieceKey, readGrants, readPieces } from './catalogue.ts'
import type { Piece } from './piece.ts'
import { quote } from './quote.ts'
import type { Grant, Wanted } from './wanted.ts'

export interface Step {
  readonly says: string
  readonly sql: string
}

export interface Difference {
  readonly steps: readonly Step[]
  /** Pieces whose state must be remembered after the steps ran. */
  readonly remade: readonly Piece[]
  readonly gone: readonly { kind: string; name: string }[]
}

export function wantedHash(piece: Piece): string {
  return createHash('sha256').update(piece.sql).digest('hex')
}

export async function differenceFrom(client: Client, wanted: Wanted): Promise<Difference> {
  const steps: Step[] = []
  const schemas = await names(client, 'select nspname as name from pg_namespace')
  for (const schema of wanted.schemas) {
    if (!schemas.has(schema)) steps.push({ says: `+ schema ${schema}`, sql: `create schema ${quote(schema)}` })
  }
  const { remade, gone, pieceSteps, remadeViews } = await pieceDifference(client, wanted)
  steps.push(...pieceSteps)
  steps.push(...(await definerSteps(client)))
  steps.push(...(await grantSteps(client, wanted, remadeViews)))
  return { steps, remade, gone }
}

async function names(client: Client, sql: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(sql)
  return new Set(rows.map((row) => row.name))
}

async function pieceDifference(client: Client, wanted: Wanted) {
  const now = await readPieces(client)
  const { rows } = await client.query<{ kind: Piece['kind']; name: string; wanted: string; shown: string }>(
    'select kind, name, wanted, shown from zavor.policy_state',
  )
  const state = new Map(rows.map((row) => [pieceKey(row), row]))
  const remade: Piece[] = []
  const pieceSteps: Step[] = []
  const remadeViews = new Set<string>()
  for (const piece of wanted.pieces) {
    const key = pieceKey(piece)
    const shown = now.get(key)
    const before = state.get(key)
    if (shown !== undefined && before?.wanted === wantedHash(piece) && before.shown === shown) continue
    remade.push(piece)
    if (piece.kind === 'view') remadeViews.add(piece.name)
    const drop = piece.kind === 'view' && shown !== undefined ? `drop view ${qualified(piece.name)}; ` : ''
    pieceSteps.push({ says: `${shown === undefined ? '+' : '~'} ${key}`, sql: drop + piece.sql })
  }
  const wantedKeys = new Set(wanted.pieces.map(pieceKey))
  const ours = (key: string) => state.has(key) || wanted.schemas.some((schema) => key.startsWith(`view ${schema}.`))
  const gone = [...now.keys()].filter((key) => !wantedKeys.has(key) && ours(key)).map(splitKey)
  for (const piece of gone.sort((a, b) => order(a.kind) - order(b.kind))) {
    pieceSteps.push({ says: `- ${piece.kind} ${piece.name}`, sql: dropOf(piece) })
  }
  return { remade, gone, pieceSteps, remadeViews }
}

const order = (kind: string) => ['trigger', 'view', 'function'].indexOf(kind)

function splitKey(key: string): { kind: string; name: string } {
  const space = key.indexOf(' ')
  return { kind: key.slice(0, space), name: key.slice(space + 1) }
}

function qualified(name: string): string {
  return name.split('.').map(quote).join('.')
}

function dropOf({ kind, name }: { kind: string; name: string }): string {
  if (kind !== 'trigger') return `drop ${kind} ${qualified(name)}`
  const [trigger = '', table = ''] = name.split(' on ')
  return `drop trigger ${quote(trigger)} on ${qualified(table)}`
}

/** A SECURITY DEFINER function is callable by everybody unless that is taken away. */
async function definerSteps(client: Client): Promise<Step[]> {
  const open = await names(
    client,
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'base' and p.prosecdef
       and (p.proacl is null or exists (select from aclexplode(p.proacl) x where x.grantee = 0))`,
  )
  return [...open].sort().map((name) => ({
    says: `- everybody: EXECUTE on ${name}`,
    sql: `revoke execute on function ${name} from public`,
  }))
}

const grantKey = (g: Grant) => [g.role, g.privilege, g.on, g.object, g.column ?? ''].join(' ')

async function grantSteps(client: Client, wanted: Wanted, remadeViews: ReadonlySet<string>): Promise<Step[]> {
  const held = (await readGrants(client, wanted.roles)).filter((grant) => !remadeViews.has(grant.object))
  const heldKeys = new Set(held.map(grantKey))
  const wantedKeys = new Set(wanted.grants.map(grantKey))
  const give = unique(wanted.grants).filter((grant) => !heldKeys.has(grantKey(grant)))
  const take = held.filter((grant) => !wantedKeys.has(grantKey(grant)))
  return [...grouped(take, 'revoke'), ...grouped(give, 'grant')]
}

function unique(grants: readonly Grant[]): Grant[] {
  return [...new Map(grants.map((grant) => [grantKey(grant), grant])).values()]
}

/** One statement per role, privilege and object, with all its columns. */
function grouped(grants: readonly Grant[], verb: 'grant' | 'revoke'): Step[] {
  const groups = new Map<string, Grant[]>()
  for (const grant of grants) {
    const key = [grant.role, grant.privilege, grant.on, grant.object, grant.column ? 'columns' : ''].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), grant])
  }
  return [...groups.values()].map((group) => {
    const first = group[0] as Grant
    const columns = group.flatMap((grant) => (grant.column ? [quote(grant.column)] : []))
    const list = columns.length > 0 ? ` (${columns.join(', ')})` : ''
    const kind = first.on === 'schema' ? 'schema ' : first.on === 'function' ? 'function ' : ''
    const what = `${first.privilege}${list} on ${kind}${qualified(first.object)}`
    const [sign, direction] = verb === 'grant' ? ['+', 'to'] : ['-', 'from']
    return { says: `${sign} ${first.role}: ${what}`, sql: `${verb} ${what} ${direction} ${quote(first.role)}` }
  })
}
