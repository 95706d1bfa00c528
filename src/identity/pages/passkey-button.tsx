import { useEffect, useState } from 'react'
import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { canUsePasskeys, postJson, showPasskey } from './passkey-client.ts'

interface PasskeyButtonProps {
  to: string | null
  /** Instead of going where it leads: what to do once signed in. */
  onSignedIn?: () => void
}

/** Signs in with a passkey. Shown where script runs and the browser knows passkeys. */
export function PasskeyButton({ to, onSignedIn }: PasskeyButtonProps) {
  const [able, setAble] = useState(false)
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  useEffect(() => setAble(canUsePasskeys()), [])
  if (!able) return null

  async function signIn() {
    setState('busy')
    const asked = await postJson('/sign-in/passkey', {})
    const answer = asked && (await showPasskey(asked.question))
    const keep = document.querySelector<HTMLInputElement>('input[name=keep]')?.checked ?? false
    const done = answer ? await postJson('/sign-in/passkey', { answer, to, keep }) : null
    if (typeof done?.to === 'string' && onSignedIn && done.to === to) onSignedIn()
    else if (typeof done?.to === 'string') window.location.assign(done.to)
    else setState('failed')
  }

  return (
    <div className="mt-8 border-t border-line pt-6">
      <Button type="button" look="quiet" onClick={signIn} disabled={state === 'busy'}>
        {m.identity_passkey_sign_in()}
      </Button>
      <p role="status" className="mt-2 text-small text-quiet">
        {state === 'failed' ? m.identity_passkey_failed() : m.identity_passkey_hint()}
      </p>
    </div>
  )
}
