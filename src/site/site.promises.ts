/** What the public pages keep: fetched from this very system, as a visitor without account and without cookie gets them. */

import { z } from 'zod'
import { m } from '../platform/language/words.ts'
import { type Ground, type PromiseCheck, promiseCheck, type SeenPage } from '../privacy/promises/check.ts'
import { formFields } from '../privacy/promises/form-fields.ts'
import { authorityOf } from '../privacy/prose/placeholders.ts'
import { choicePromises } from './choice/choice.promises.ts'
import { everywhere } from './public-paths.ts'
import { visitsPromises } from './visits/visits.promises.ts'

async function pagesThat(ground: Ground, ro: string, en: string, fails: (page: SeenPage) => boolean) {
  const pages = await Promise.all(everywhere.map((path) => ground.page(path)))
  const wrong = pages.filter(fails).length
  return {
    holds: wrong === 0,
    figure: { ro: `pagini: ${pages.length}; ${ro}: ${wrong}`, en: `pages: ${pages.length}; ${en}: ${wrong}` },
  }
}

const cookiesPublished = promiseCheck({
  promise: 'P6',
  need: 'published',
  async run(ground) {
    const pages = await Promise.all([ground.page('/ro/cookies'), ground.page('/en/cookies')])
    const names = Object.keys(ground.policy.cookies)
    const absent = names.filter((name) => pages.some((page) => !page.body.includes(name))).length
    return {
      holds: absent === 0,
      figure: {
        ro: `cookie-uri în registru: ${names.length}; lipsă de pe pagină: ${absent}`,
        en: `cookies in the registry: ${names.length}; absent from the page: ${absent}`,
      },
    }
  },
})

/** What nobody is asked for: what the page itself carries, choices of a closed list, secrets, and the trap for programs. */
const notAsked = ['hidden', 'radio', 'checkbox', 'password', 'select']
const trap = 'website'

const everyLanguage = (paths: readonly string[]) => paths.flatMap((path) => [`/ro${path}`, `/en${path}`])
/** The forms in which people type who they are. */
const ownForms = everyLanguage(['/contact', '/chat', '/register', '/request?kind=access'])
/** The forms under which people's data is taken, and the operations that they are sent to. */
const noticedForms = [...ownForms, ...everyLanguage(['/child'])]
const noticing = ['contact.write', 'chat.start', 'account.register', 'child_report.make', 'request.ask']

const besideFields = promiseCheck({
  promise: 'P7',
  need: 'beside_fields',
  async run(ground) {
    const pages = await Promise.all(ownForms.map((path) => ground.page(path)))
    const fields = pages
      .flatMap(({ body }) => formFields(body))
      .filter(({ name, type }) => name !== trap && !notAsked.includes(type))
    const silent = fields.filter(({ isExplained }) => !isExplained).length
    return {
      holds: fields.length > 0 && silent === 0,
      figure: {
        ro: `câmpuri: ${fields.length}; fără motiv alături: ${silent}`,
        en: `fields: ${fields.length}; without a reason beside them: ${silent}`,
      },
    }
  },
})

const onRecord = promiseCheck({
  promise: 'P7',
  need: 'on_record',
  async run({ page, inspector, operations }) {
    const pages = await Promise.all(noticedForms.map((path) => page(path)))
    const carrying = pages.filter(({ body }) => carried(body) !== null).length
    const taking = operations.filter(({ name, input }) => noticing.includes(name) && takes(input, 'notice')).length
    const { rows } = await inspector.query<{ served: number; lost: number }>(
      `select count(*)::int as served,
         count(*) filter (where t.hash is null or t.hash <> encode(sha256(convert_to(t.words, 'UTF8')), 'hex'))::int as lost
       from (select text_hash from base.notice_served union all select text_hash from base.visitor_notice
         union all select text_hash from base.staff_notice) s
       left join base.notice_text t on t.hash = s.text_hash`,
    )
    const { served, lost } = rows[0] ?? { served: 0, lost: -1 }
    return {
      holds: carrying === pages.length && taking === noticing.length && lost === 0,
      figure: {
        ro: `formulare: ${pages.length}; cu informarea trimisă odată cu datele: ${carrying}; notate: ${served}; fără text: ${lost}`,
        en: `forms: ${pages.length}; that send the notice with the data: ${carrying}; on record: ${served}; without text: ${lost}`,
      },
    }
  },
})

/** The fingerprint of the notice that a form carries. */
function carried(body: string): string | null {
  return formFields(body).some(({ name, type }) => name === 'notice' && type === 'hidden')
    ? (/name="notice" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? null)
    : null
}

function takes(input: z.ZodType, field: string): boolean {
  return field in ((z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties as object) ?? {})
}

const headers = promiseCheck({
  promise: 'P26',
  need: 'headers',
  run: (ground) =>
    pagesThat(ground, 'care permit conținut străin', 'that allow content from elsewhere', (page) => {
      const rules = page.headers.get('content-security-policy') ?? ''
      const strict = rules.includes("default-src 'none'") && /frame-ancestors '(none|self)'/.test(rules)
      return !strict || page.headers.get('x-content-type-options') !== 'nosniff'
    }),
})

const openPages = promiseCheck({
  promise: 'P39',
  need: 'open_pages',
  run: (ground) =>
    pagesThat(
      ground,
      'care cer un cont sau un cookie',
      'that ask for an account or a cookie',
      (page) => page.status !== 200 || page.cookies.length > 0,
    ),
})

const visitors = ({ operations }: Ground, names: readonly string[]) =>
  names.filter((name) => operations.some((operation) => operation.name === name && operation.who.visitor)).length

async function conversationsOf({ inspector }: Ground): Promise<number> {
  const { rows } = await inspector.query<{ n: number }>('select count(*)::int as n from base.ticket_link')
  return rows[0]?.n ?? 0
}

const contactForm = promiseCheck({
  promise: 'P16',
  need: 'contact_form',
  async run(ground) {
    const pages = await Promise.all([ground.page('/ro/contact'), ground.page('/en/contact')])
    const forms = pages.filter((page) => page.status === 200 && page.body.includes('name="message"')).length
    return {
      holds: forms === 2 && visitors(ground, ['contact.write']) === 1,
      figure: {
        ro: `formulare deschise: ${forms} din 2`,
        en: `forms open: ${forms} of 2`,
      },
    }
  },
})

const byForm = promiseCheck({ promise: 'P4', need: 'by_form', run: contactForm.run })

const statusLink = promiseCheck({
  promise: 'P39',
  need: 'status_link',
  async run(ground) {
    const open = visitors(ground, ['conversation.show', 'conversation.reply', 'conversation.end'])
    const wrong = await ground.page(`/ro/conversation/${'A'.repeat(64)}`)
    const given = await conversationsOf(ground)
    return {
      holds: open === 3 && wrong.status === 404,
      figure: {
        ro: `linkuri date: ${given}; un link greșit: răspuns ${wrong.status}`,
        en: `links given: ${given}; a wrong link: answer ${wrong.status}`,
      },
    }
  },
})

async function providerOf({ inspector }: Ground) {
  const { rows } = await inspector.query<{ country: string; privacy_email: string; officer_email: string | null }>(
    'select country, privacy_email, officer_email from base.provider',
  )
  return rows
}

const policyPages = (ground: Ground) => Promise.all([ground.page('/ro/policy'), ground.page('/en/policy')])

const authorityOnPage = promiseCheck({
  promise: 'P37',
  need: 'on_page',
  async run(ground) {
    const [provider] = await providerOf(ground)
    const authority = authorityOf(ground.policy, provider?.country ?? 'RO')
    const facts = [authority.address, authority.email, authority.site].filter((fact) => fact !== undefined)
    const pages = await policyPages(ground)
    const naming = pages.filter((page) => facts.every((fact) => page.body.includes(fact))).length
    return {
      holds: naming === pages.length,
      figure: {
        ro: `pagini ale politicii cu datele autorității: ${naming} din ${pages.length}`,
        en: `policy pages with the authority’s details: ${naming} of ${pages.length}`,
      },
    }
  },
})

const oneAddress = promiseCheck({
  promise: 'P44',
  need: 'one_address',
  async run(ground) {
    const providers = await providerOf(ground)
    const address = `mailto:${providers[0]?.privacy_email ?? '-'}`
    const officer = `mailto:${providers[0]?.officer_email ?? '-'}`
    const pages = await policyPages(ground)
    const others = pages.flatMap(({ body }) =>
      [...body.matchAll(/href="(mailto:[^"]*)"/g)].filter(([, link]) => link !== address && link !== officer),
    ).length
    const naming = pages.filter((page) => page.body.includes(`"${address}"`)).length
    return {
      holds: providers.length === 1 && naming === pages.length && others === 0,
      figure: {
        ro: `pagini cu adresa: ${naming} din ${pages.length}; alte adrese: ${others}`,
        en: `pages with the address: ${naming} of ${pages.length}; other addresses: ${others}`,
      },
    }
  },
})

/** Whom the provider names stands on the page, and nobody else does (Art. 13(1)(b), 14(1)(b)). */
const officerOnPage = promiseCheck({
  promise: 'P44',
  need: 'officer',
  async run(ground) {
    const [provider] = await providerOf(ground)
    const named = provider?.officer_email ?? null
    const pages = await Promise.all(
      (['ro', 'en'] as const).map(async (language) => {
        const { body } = await ground.page(`/${language}/policy`)
        const says = body.includes(m.site_policy_officer({}, { locale: language }))
        return named === null ? !says : says && body.includes(`"mailto:${named}"`)
      }),
    )
    const right = pages.filter(Boolean).length
    return {
      holds: provider !== undefined && right === pages.length,
      figure: {
        ro: `responsabil numit: ${named === null ? 'nu' : 'da'}; pagini care spun la fel: ${right} din ${pages.length}`,
        en: `officer named: ${named === null ? 'no' : 'yes'}; pages that say the same: ${right} of ${pages.length}`,
      },
    }
  },
})

export const sitePromises: readonly PromiseCheck[] = [
  ...choicePromises,
  ...visitsPromises,
  cookiesPublished,
  besideFields,
  onRecord,
  headers,
  openPages,
  contactForm,
  byForm,
  statusLink,
  authorityOnPage,
  oneAddress,
  officerOnPage,
]
