export interface Result {
  readonly what: string
  readonly figure: number
  readonly unit: string
  readonly aim: number | null
  /** Whether the figure reaches the aim; null where there is none. */
  readonly holds: boolean | null
}

export interface BenchOptions {
  /** A tenth of the data, to try the benchmark itself. Its figures mean nothing. */
  readonly small: boolean
  /** A folder for processor profiles of the product's processes, where a benchmark starts any. They cost a little themselves. */
  readonly profiles?: string
  /** Of GDPRBench: how many records, and how many operations a workload. */
  readonly records?: number
  readonly operations?: number
  say(words: string): void
}

export type Bench = (options: BenchOptions) => Promise<Result[]>

export function atLeast(what: string, figure: number, unit: string, aim: number): Result {
  return { what, figure: rounded(figure), unit, aim, holds: figure >= aim }
}

export function atMost(what: string, figure: number, unit: string, aim: number): Result {
  return { what, figure: rounded(figure), unit, aim, holds: figure <= aim }
}

export function noted(what: string, figure: number, unit: string): Result {
  return { what, figure: rounded(figure), unit, aim: null, holds: null }
}

function rounded(figure: number): number {
  return Number(figure.toPrecision(4))
}

export function printTable(name: string, results: readonly Result[]): void {
  const rows = results.map(({ what, figure, unit, aim, holds }) => [
    what,
    String(figure),
    unit,
    aim === null ? '' : String(aim),
    holds === null ? '' : holds ? 'holds' : 'FAILS',
  ])
  const table = [['what', 'figure', 'unit', 'aim', ''], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  console.log(`\n${name}`)
  for (const row of table)
    console.log(
      row
        .map((cell, n) => (n === 1 || n === 3 ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
}

export function printJson(name: string, results: readonly Result[]): void {
  console.log(JSON.stringify({ bench: name, results }))
}
