import { m } from '../../platform/language/words.ts'
import { Exact } from '../../ui/text/exact.tsx'
import type { Fact } from '../../ui/text/facts.tsx'
import type { TargetView } from '../target/target.view.ts'

/** "web1.example.com:22", or the address of a web system: where a target is, in one line. */
export function addressOf(target: TargetView): string {
  if (target.url) return target.url
  if (!target.host) return ''
  return target.port ? `${target.host}:${target.port}` : target.host
}

/** Where a target is and who signs in there: nothing secret. */
export function targetFacts(target: TargetView): Fact[] {
  const exact = (term: string, value: string | null): Fact[] => (value ? [{ term, value: <Exact>{value}</Exact> }] : [])
  return [
    ...exact(target.url ? m.access_field_url() : m.access_field_host(), addressOf(target)),
    ...exact(m.access_field_engine(), target.engine),
    ...exact(m.access_field_database(), target.databaseName),
    ...exact(m.access_field_username(), target.username),
  ]
}
