import { clock, day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import type { listLooked } from '../looked/list-looked.ts'
import { said } from './said.ts'

export type Look = OutputOf<typeof listLooked>['looks'][number]

interface SameLook extends Look {
  readonly times: number
  readonly first: Date
}

/** Who looked, by day: who, when, doing what, for which purpose. The same thing done again the same day is one line. */
export function Looks({ looks, under }: { looks: readonly Look[]; under: 'page' | 'section' }) {
  const Day = under === 'page' ? 'h2' : 'h3'
  const days = Map.groupBy(looks, (look) => day(look.at))
  return (
    <div className="grid gap-5">
      {[...days].map(([name, ofDay]) => (
        <section key={name}>
          <Day className="mb-1 text-small font-semibold text-quiet">{name}</Day>
          <ul className="border-t border-line">
            {joined(ofDay).map((look) => (
              <li
                key={`${look.at.toISOString()} ${said(look.did)} ${look.name}`}
                className="grid gap-x-4 gap-y-0.5 border-b border-line py-2 sm:grid-cols-[7rem_1fr]"
              >
                <span className="tabular text-small text-quiet">
                  {clock(look.first) !== clock(look.at) && `${clock(look.first)}–`}
                  <time dateTime={look.at.toISOString()}>{clock(look.at)}</time>
                </span>
                <span className="min-w-0 break-words">
                  <span className="font-medium">{whoSaid(look)}</span> {said(look.did)}
                  {look.times > 1 && ` (${m.rights_times({ count: look.times })})`}
                  <span className="block text-small text-quiet">
                    {said(look.purpose)} ({said(look.basis)}) · {viaSaid(look.via)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** @param looks of one day, newest first */
function joined(looks: readonly Look[]): SameLook[] {
  const same = Map.groupBy(looks, (look) => [look.who, look.name, look.did.en, look.via].join('|'))
  return [...same.values()].flatMap((ofOne) => {
    const [newest, oldest] = [ofOne[0], ofOne.at(-1)]
    return newest && oldest ? [{ ...newest, times: ofOne.length, first: oldest.at }] : []
  })
}

function whoSaid(look: Look): string {
  if (look.who === 'staff') {
    const roles = look.roles.map((role) => staffRoles[role]?.() ?? role).join(', ')
    return look.name ? `${look.name} (${roles})` : m.rights_who_former_staff()
  }
  return others[look.who]()
}

const others = {
  you: () => m.rights_who_you(),
  colleague: () => m.rights_who_colleague(),
  system: () => m.rights_who_system(),
  visitor: () => m.rights_who_visitor(),
}

const staffRoles: Readonly<Record<string, () => string>> = {
  owner: () => m.rights_role_owner(),
  technician: () => m.rights_role_technician(),
  sales: () => m.rights_role_sales(),
  billing: () => m.rights_role_billing(),
  privacy: () => m.rights_role_privacy(),
}

function viaSaid(via: string): string {
  return ways[via]?.() ?? via
}

const ways: Readonly<Record<string, () => string>> = {
  page: () => m.rights_via_page(),
  api: () => m.rights_via_api(),
  job: () => m.rights_via_job(),
  cli: () => m.rights_via_cli(),
  mail: () => m.rights_via_mail(),
  link: () => m.rights_via_link(),
}
