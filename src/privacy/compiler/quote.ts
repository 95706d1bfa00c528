export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
