import { nothingHere } from '../../platform/http/problem.ts'

/** Every address that no page answers to. */
export function loader() {
  throw nothingHere()
}

export default function NothingHere() {
  return null
}
