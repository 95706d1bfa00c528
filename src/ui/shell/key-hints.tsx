import { useEffect, useRef } from 'react'
import { m } from '../../platform/language/words.ts'
import { Button } from '../action/button.tsx'
import { keysAreOn, onKey, setKeysOn } from './keys.ts'

/** The overview of keys (`?`), and the switch that turns them off: one letter alone can be in someone's way. */
export function KeyHints() {
  const dialog = useRef<HTMLDialogElement>(null)
  const choice = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event, () => dialog.current?.showModal())
    if (choice.current) choice.current.checked = keysAreOn()
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const keys: [string, string][] = [
    ['j', m.ui_key_next()],
    ['k', m.ui_key_previous()],
    ['Enter', m.ui_key_open()],
    ['/', m.ui_key_search()],
    ['?', m.ui_key_overview()],
  ]
  return (
    <dialog
      ref={dialog}
      aria-labelledby="key-hints"
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-md border border-line bg-raised p-6 text-ink shadow-float"
    >
      <h2 id="key-hints" className="text-lead">
        {m.ui_keys()}
      </h2>
      <dl className="mt-3 grid grid-cols-[4rem_1fr] gap-y-1.5">
        {keys.map(([key, words]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-[3px] border border-edge bg-sunk px-1.5">{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex items-center gap-2 text-small">
        <input
          ref={choice}
          type="checkbox"
          defaultChecked
          onChange={(event) => setKeysOn(event.target.checked)}
          className="size-4.5 accent-accent"
        />
        {m.ui_keys_on()}
      </label>
      <form method="dialog" className="mt-4">
        <Button look="quiet">{m.ui_close()}</Button>
      </form>
    </dialog>
  )
}
