/** The other side of a benchmark: a process that sends requests, so that its own work is not counted with ours. */
import { Agent, request } from 'node:http'

export interface Send {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Order {
  readonly port: number
  readonly clients: number
  readonly sends: readonly Send[]
}

/** How many were answered with 200, and the first answer that was not. */
export interface Done {
  readonly answered: number
  readonly fault: string | null
}

const agent = new Agent({ keepAlive: true })

function send(port: number, one: Send): Promise<string | null> {
  return new Promise((resolve) => {
    const { method, path, headers, body } = one
    const sending = request({ agent, port, method, path, headers, host: '127.0.0.1' }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        if (text.length < 300) text += part
      })
      answer.on('end', () => resolve(answer.statusCode === 200 ? null : `${answer.statusCode} ${path} ${text}`))
    })
    sending.on('error', (error) => resolve(error.message))
    sending.end(body)
  })
}

process.on('message', async ({ port, clients, sends }: Order) => {
  let next = 0
  let answered = 0
  let fault: string | null = null
  const loop = async () => {
    for (let one = sends[next++]; one; one = sends[next++]) {
      const wrong = await send(port, one)
      if (wrong === null) answered += 1
      else fault ??= wrong
    }
  }
  await Promise.all(Array.from({ length: clients }, loop))
  process.send?.({ answered, fault } satisfies Done)
})
