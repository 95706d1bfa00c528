/** WebAuthn in the browser. What it needs is in every browser that can show the button at all. */

interface Parsing {
  parseRequestOptionsFromJSON?(question: unknown): PublicKeyCredentialRequestOptions
  parseCreationOptionsFromJSON?(question: unknown): PublicKeyCredentialCreationOptions
}

function parser(): Parsing | null {
  if (typeof PublicKeyCredential === 'undefined') return null
  const found = PublicKeyCredential as unknown as Parsing
  return found.parseRequestOptionsFromJSON && found.parseCreationOptionsFromJSON ? found : null
}

/** A passkey belongs to a name: under a bare network address no browser makes or shows one. */
export function canUsePasskeys(): boolean {
  return parser() !== null && !/^[\d.]+$|:/.test(window.location.hostname)
}

/** Asks the device to show a passkey. Null when the person turned away. */
export async function showPasskey(question: unknown): Promise<unknown> {
  const publicKey = parser()?.parseRequestOptionsFromJSON?.(question)
  return publicKey ? answerOf(await navigator.credentials.get({ publicKey }).catch(turnedAway)) : null
}

/** Asks the device to make a passkey. Null when the person turned away. */
export async function makePasskey(question: unknown): Promise<unknown> {
  const publicKey = parser()?.parseCreationOptionsFromJSON?.(question)
  return publicKey ? answerOf(await navigator.credentials.create({ publicKey }).catch(turnedAway)) : null
}

function answerOf(credential: Credential | null): unknown {
  return credential instanceof PublicKeyCredential ? credential.toJSON() : null
}

function turnedAway(error: unknown): null {
  if (error instanceof DOMException) return null
  throw error
}

/** Posts JSON to one of our own addresses. */
export async function postJson(to: string, body: unknown): Promise<Record<string, unknown> | null> {
  const answer = await fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.ok ? ((await answer.json()) as Record<string, unknown>) : null
}
