import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether script runs here: false on the server and until the page has come alive. */
export function useScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
