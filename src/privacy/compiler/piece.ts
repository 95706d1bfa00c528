import { quote } from './quote.ts'

/** A named piece of SQL whose text decides whether it must be made anew. */
export interface Piece {
  readonly kind: 'view' | 'trigger' | 'function'
  readonly name: string
  readonly sql: string
}

/**
 * For functions whose statements are keyed by account and person: the plan is the same whoever it is. Otherwise a connection
 * plans each of them anew five times, and there are as many as tables.
 */
export const planOnce = ' set plan_cache_mode = force_generic_plan'

/** A function of the owner's that nobody may call but those whom `openFunctions` names. */
export function definer(name: string, parameters: string, returns: string, body: string, kind = 'volatile'): Piece {
  const types = parameters
    .split(', ')
    .map((parameter) => parameter.split(' ')[1])
    .join(', ')
  const declared = `#variable_conflict use_variable\n${body.startsWith('declare') ? body : `begin ${body} end`}`
  return {
    kind: 'function',
    name: `base.${name}`,
    sql: `create or replace function base.${quote(name)}(${parameters}) returns ${returns} language plpgsql ${kind} security definer set search_path = pg_catalog as $$ ${declared} $$; revoke execute on function base.${quote(name)}(${types}) from public`,
  }
}
