/** The facts of a target as a form sends them, in the shape that operations take. */
export function factsFrom(form: FormData): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? '')
  const kind = text('kind')
  const username = text('username')
  if (kind === 'ticketing') return { kind, url: text('url'), username }
  const place = { kind, host: text('host'), port: text('port') === '' ? undefined : Number(text('port')), username }
  return kind === 'database' ? { ...place, engine: text('engine'), databaseName: text('databaseName') } : place
}

/** From the names of the operation to those of the form. */
export const factNames = Object.fromEntries(
  ['host', 'port', 'url', 'engine', 'databaseName', 'username'].map((name) => [`facts.${name}`, name]),
)
