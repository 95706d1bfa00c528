import { useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import { writerField } from '../../platform/http/kept-place.ts'
import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { CopyOnce } from '../../ui/action/copy-once.tsx'
import { useWriter } from '../../ui/form/kept-forms.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { PrivateMark } from '../../ui/text/private-mark.tsx'
import type { LeaseView } from '../lease/lease.view.ts'
import type { Secret, SecretField } from '../sealed/deposit-kinds.ts'
import { type OneTimeKey, oneTimeKey } from '../sealed/seal-for-technician.ts'
import type { LeaseAnswer } from './lease-answer.ts'
import { ScriptNeeded } from './script-needed.tsx'
import { useScript } from './use-script.ts'

/** After this long nobody is reading any more. */
const shownFor = 3 * 60_000

/** Shows the secret once, opened in this browser with a key made for this once. */
export function RevealBox({ lease }: { lease: LeaseView }) {
  const script = useScript()
  const { secret, problem, busy, reveal, hide } = useReveal()
  if (!lease.may.reveal && !secret && !problem) return null
  return (
    <div className="mb-8 grid gap-4">
      {problem && <Notice tone="danger" announce title={problem} />}
      {secret && <ShownSecret secret={secret} hide={hide} />}
      {lease.may.reveal && !secret && (
        <div className="grid gap-3">
          <ScriptNeeded>{m.access_script_to_reveal()}</ScriptNeeded>
          <Button type="button" className="w-fit" disabled={!script || busy} onClick={reveal}>
            {busy ? m.access_revealing() : m.access_reveal()}
          </Button>
          <p className="max-w-prose text-small text-quiet">{m.access_reveal_aside({ count: lease.usesLeft })}</p>
        </div>
      )}
    </div>
  )
}

/** One key a showing: made at the press of the button, used for the answer, then forgotten. */
function useReveal() {
  const fetcher = useFetcher<LeaseAnswer>()
  const key = useRef<OneTimeKey | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const writer = useWriter()
  useEffect(() => {
    const [revealed, mine] = [fetcher.data?.revealed, key.current]
    if (!revealed || !mine) return
    key.current = null
    mine.open(revealed.place, revealed.sealed).then(setSecret, () => setUnreadable(true))
  }, [fetcher.data])

  useEffect(() => {
    if (!secret) return
    const hide = () => setSecret(null)
    const timer = setTimeout(hide, shownFor)
    window.addEventListener('pagehide', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', hide)
    }
  }, [secret])

  async function reveal() {
    setUnreadable(false)
    key.current = await oneTimeKey()
    await fetcher.submit({ [writerField]: writer, act: 'reveal', publicKey: key.current.publicKey }, { method: 'post' })
  }

  const busy = fetcher.state !== 'idle'
  const refused = busy ? undefined : fetcher.data?.answer?.problem?.words
  return {
    secret,
    hide: () => setSecret(null),
    reveal,
    busy,
    problem: unreadable ? m.access_reveal_unreadable() : refused,
  }
}

function ShownSecret({ secret, hide }: { secret: Secret; hide: () => void }) {
  return (
    <PrivateMark words={m.access_shown_to_you()}>
      <div className="grid gap-5 py-2" role="status">
        {(Object.entries(secret) as [SecretField, string][]).map(([field, value]) => (
          <CopyOnce key={field} label={secretWords(field)} value={value}>
            {m.access_shown_hides()}
          </CopyOnce>
        ))}
        <Button type="button" look="quiet" className="w-fit" onClick={hide}>
          {m.access_hide()}
        </Button>
      </div>
    </PrivateMark>
  )
}

function secretWords(field: SecretField): string {
  return {
    password: m.access_secret_password,
    privateKey: m.access_secret_key,
    passphrase: m.access_secret_passphrase,
    token: m.access_secret_token,
  }[field]()
}
