import type { Caller } from '../privacy/operation/actor.ts'

export interface KnownProvider {
  readonly name: string
  readonly privacyEmail: string
}

type Call = (caller: Caller, name: string, input: unknown) => Promise<unknown>

const visitor: Caller = { actor: { kind: 'visitor' }, via: 'page' }

/** Who runs this desk, for the frame of every page: asked for at most every `seconds`; undefined until it is set up. */
export function knownProvider(call: Call, seconds = 15): () => Promise<KnownProvider | undefined> {
  let asked: Promise<KnownProvider | undefined> | undefined
  let until = 0
  async function ask(): Promise<KnownProvider | undefined> {
    const { provider } = (await call(visitor, 'provider.show', {})) as { provider: KnownProvider | null }
    return provider ? { name: provider.name, privacyEmail: provider.privacyEmail } : undefined
  }
  return () => {
    if (!asked || Date.now() >= until) {
      until = Date.now() + seconds * 1000
      asked = ask()
      asked.then(
        // A desk that is not set up yet may be so at any moment.
        (provider) => provider ?? forget(),
        forget,
      )
    }
    return asked
  }
  function forget() {
    asked = undefined
  }
}
