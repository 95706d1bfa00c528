/** What is promised about cookies (P6), seen in the answers of this very system: before a choice, after a refusal, after a consent. */
import { type Ground, type PromiseCheck, promiseCheck, type SeenPage } from '../../privacy/promises/check.ts'
import { asking, everywhere } from '../public-paths.ts'
import { askedPurposes } from './asked.ts'
import { type Chosen, choiceCookie, choiceCookies, writeChosen } from './choice-cookie.ts'

/** Of nobody: no entry bears it, and looking at a page adds none. */
const nobody = '00000000-0000-4000-8000-000000000000'

function refused(): Chosen {
  return { on: new Date(), given: [], visitorId: null, despiteSignal: false }
}

function agreed({ policy }: Ground): Chosen {
  return { on: new Date(), given: askedPurposes(policy), visitorId: nobody, despiteSignal: false }
}

const cookieOf = (chosen: Chosen, { policy }: Ground) => `${choiceCookie}=${writeChosen(chosen, policy)}`
const nameOf = (line: string) => line.slice(0, line.indexOf('='))

function look(ground: Ground, cookie?: string): Promise<SeenPage[]> {
  return Promise.all(everywhere.map((path) => ground.page(path, cookie)))
}

const registryOnly = promiseCheck({
  promise: 'P6',
  need: 'registry_only',
  async run(ground) {
    const before = (await look(ground)).flatMap(({ cookies }) => cookies)
    const choosing = [refused(), agreed(ground)]
    const after = (await Promise.all(choosing.map((chosen) => look(ground, cookieOf(chosen, ground)))))
      .flat()
      .flatMap(({ cookies }) => cookies)
    const given = choosing.map((chosen) => choiceCookies(chosen, true, ground.policy))
    // Nothing that the registry does not name is set, the choice itself included: without it everybody is asked for ever.
    const lost = given.filter((lines) => !lines.some((line) => nameOf(line) === choiceCookie)).length
    const strange = [...after, ...given.flat()].filter((line) => !(nameOf(line) in ground.policy.cookies))
    return {
      holds: before.length === 0 && strange.length === 0 && lost === 0,
      figure: {
        ro: `pagini: ${everywhere.length}; cookie-uri înainte de alegere: ${before.length}; din afara registrului: ${strange.length}; alegeri nepăstrate: ${lost}`,
        en: `pages: ${everywhere.length}; cookies before a choice: ${before.length}; outside the registry: ${strange.length}; choices not kept: ${lost}`,
      },
    }
  },
})

const noneOptional = promiseCheck({
  promise: 'P6',
  need: 'none_optional',
  async run(ground) {
    const optional = Object.keys(ground.policy.cookies).filter(
      (name) => ground.policy.cookies[name]?.kind === 'optional',
    )
    const isSet = (line: string) => optional.includes(nameOf(line)) && !/;\s*max-age=0\b/i.test(line)
    const pages = [...(await look(ground)), ...(await look(ground, cookieOf(refused(), ground)))]
    const lines = [...pages.flatMap(({ cookies }) => cookies), ...choiceCookies(refused(), true, ground.policy)]
    const found = lines.filter(isSet).length
    return {
      holds: found === 0,
      figure: {
        ro: `cookie-uri opționale în registru: ${optional.length}; răspunsuri privite: ${pages.length}; puse fără acord: ${found}`,
        en: `optional cookies in the registry: ${optional.length}; answers looked at: ${pages.length}; set without consent: ${found}`,
      },
    }
  },
})

const asks = <Page>(pages: readonly Page[]) => pages.filter((_, at) => asking.includes(everywhere[at]!))

const equalButtons = promiseCheck({
  promise: 'P6',
  need: 'equal_buttons',
  async run(ground) {
    const open = await look(ground)
    const given = await look(ground, cookieOf(agreed(ground), ground))
    const unequal = asks(open).filter(({ body }) => {
      const [no, yes] = [button(body, 'reject'), button(body, 'accept')]
      return no === null || yes === null || no !== yes
    }).length
    const stuck = asks(given).filter(({ body }) => button(body, 'withdraw') === null).length
    return {
      holds: askedPurposes(ground.policy).length === 0 || (unequal === 0 && stuck === 0),
      figure: {
        ro: `pagini: ${asking.length}; fără butoane egale: ${unequal}; fără retragere într-un pas: ${stuck}`,
        en: `pages: ${asking.length}; without equal buttons: ${unequal}; without withdrawing in one step: ${stuck}`,
      },
    }
  },
})

/** How the first button with this answer looks; null when there is none. */
function button(body: string, answer: string): string | null {
  const tag = body
    .match(/<button\b[^>]*>/g)
    ?.find((one) => one.includes(`value="${answer}"`) && one.includes('name="choice"'))
  return tag ? (/class="([^"]*)"/.exec(tag)?.[1] ?? '') : null
}

export const choicePromises: readonly PromiseCheck[] = [registryOnly, noneOptional, equalButtons]
