import { type ComponentProps, type ReactNode, useRef } from 'react'
import { m } from '../../platform/language/words.ts'
import { Button, type ButtonLook } from './button.tsx'

interface DialogProps {
  /** Unique on the page. */
  id: string
  opener: ReactNode
  openerLook?: ButtonLook
  title: string
  children: ReactNode
}

/**
 * A question over the page, with the button that opens it. Opens and closes without script where the browser knows
 * `commandfor`; what must also work in older ones without script gets a page of its own instead.
 */
export function Dialog({ id, opener, openerLook = 'quiet', title, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = () => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }
  return (
    <>
      <Button type="button" look={openerLook} onClick={open} {...invoker('show-modal', id)}>
        {opener}
      </Button>
      <dialog
        id={id}
        ref={dialog}
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-md border border-line bg-raised p-6 text-ink shadow-float"
      >
        <h2 id={`${id}-title`} className="text-lead">
          {title}
        </h2>
        <div className="mt-3">{children}</div>
        <form method="dialog" className="mt-5">
          <Button look="quiet" {...invoker('close', id)}>
            {m.ui_close()}
          </Button>
        </form>
      </dialog>
    </>
  )
}

// React does not know these attributes by name yet; it passes them on as they are.
function invoker(command: string, id: string): ComponentProps<'button'> {
  return { command, commandfor: id } as ComponentProps<'button'>
}
