import type { ComponentProps } from 'react'
import { classNames } from '../class-names.ts'
import { PlaceLink, type PlaceLinkProps } from './place-link.tsx'

/** `primary`: the one thing to do on a page. `danger`: ends or destroys. `plain`: words only. */
export type ButtonLook = 'primary' | 'quiet' | 'danger' | 'plain'

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong',
  quiet: 'bg-paper text-ink border-edge hover:bg-sunk',
  danger: 'bg-paper text-red border-red hover:bg-red hover:text-on-red',
  plain: 'text-accent border-transparent px-2 hover:bg-accent-wash',
}

function classesOf(look: ButtonLook, small: boolean, className?: string): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-md border font-medium text-center no-underline select-none',
    'transition-colors duration-100 disabled:opacity-55 disabled:pointer-events-none',
    small ? 'min-h-8 px-2.5 py-1 text-small' : 'min-h-10 px-4 py-1.5 text-body',
    looks[look],
    className,
  )
}

type ButtonProps = ComponentProps<'button'> & { look?: ButtonLook; small?: boolean }

export function Button({ look = 'primary', small = false, className, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={classesOf(look, small, className)} {...rest} />
}

type LinkButtonProps = PlaceLinkProps & { look?: ButtonLook; small?: boolean }

/** A link that looks like a button: it leads somewhere, it does nothing. */
export function LinkButton({ look = 'primary', small = false, className, ...rest }: LinkButtonProps) {
  return <PlaceLink className={classesOf(look, small, className)} {...rest} />
}
