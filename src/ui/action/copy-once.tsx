import { useState } from 'react'
import { m } from '../../platform/language/words.ts'
import { Button } from './button.tsx'

/** Something shown once (a recovery code, a key), to be copied now. Without script it can be selected by hand. */
export function CopyOnce({ label, value, children }: { label: string; value: string; children?: string }) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="border-l-2 border-amber pl-4">
      <p className="font-medium">{label}</p>
      <pre className="mt-2 select-all whitespace-pre-wrap break-all rounded-md bg-sunk px-3 py-2">{value}</pre>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button type="button" look="quiet" small onClick={copy}>
          {m.ui_copy()}
        </Button>
        <p role="status" className="text-small text-quiet">
          {copied ? m.ui_copied() : (children ?? m.ui_shown_once())}
        </p>
      </div>
    </div>
  )
}
