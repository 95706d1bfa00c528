/** Closed-loop rates: so many clients, each sending its next request when the last was answered. */

export type Request = (client: number) => Promise<unknown>

/** Requests a second over `seconds`, with `clients` at a time. */
export async function rate(clients: number, seconds: number, request: Request): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let done = 0
  const loop = async (client: number) => {
    while (performance.now() < end) {
      await request(client)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)))
  return (done * 1000) / (performance.now() - start)
}

export interface Ratio {
  readonly median: number
  readonly ours: number
  readonly theirs: number
}

/**
 * Both sides in turn, A B B A, in short turns, so that a machine whose speed drifts within seconds slows both; the median of
 * the pairs' ratios.
 */
export async function ratio(
  clients: number,
  ours: Request,
  theirs: Request,
  rounds = 21,
  seconds = 0.5,
): Promise<Ratio> {
  for (const warming of [ours, theirs]) await rate(clients, 1.5, warming)
  const pairs: { ours: number; theirs: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const ourFirst = round % 2 === 0
    const first = await rate(clients, seconds, ourFirst ? ours : theirs)
    const second = await rate(clients, seconds, ourFirst ? theirs : ours)
    pairs.push(ourFirst ? { ours: first, theirs: second } : { ours: second, theirs: first })
  }
  return {
    median: median(pairs.map((pair) => pair.ours / pair.theirs)),
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
