/** What the chat keeps of P4 and P39. */
import { z } from 'zod'
import { type Ground, type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { formFields } from '../privacy/promises/form-fields.ts'

/** What a conversation needs from its beginning to its end, each without an account. */
const ways = [
  'chat.ask',
  'chat.start',
  'conversation.show',
  'conversation.reply',
  'conversation.attach',
  'conversation.open_file',
  'conversation.end',
]
/** All that may be required of who begins one: what they say, how they are called, and in which language they read. */
const enough = ['message', 'name', 'language']

const openWays = ({ operations }: Ground) =>
  ways.filter((way) => operations.some(({ name, who }) => name === way && who.visitor)).length

/** How many of the chat's pages take a message from anybody, before any cookie. */
async function openForms({ page }: Ground): Promise<number> {
  const pages = await Promise.all(['/ro/chat', '/en/chat'].map((path) => page(path)))
  return pages.filter(
    ({ status, cookies, body }) =>
      status === 200 && cookies.length === 0 && formFields(body).some(({ name }) => name === 'message'),
  ).length
}

const withoutAccount = promiseCheck({
  promise: 'P39',
  need: 'chat',
  async run(ground) {
    const [open, forms] = [openWays(ground), await openForms(ground)]
    const start = ground.operations.find(({ name }) => name === 'chat.start')
    const { required = [] } = start ? z.toJSONSchema(start.input, { io: 'input', unrepresentable: 'any' }) : {}
    const tooMuch = required.filter((field) => !enough.includes(field)).length
    return {
      holds: open === ways.length && forms === 2 && start !== undefined && tooMuch === 0,
      figure: {
        ro: `pagini deschise: ${forms} din 2; pași fără cont: ${open} din ${ways.length}; câmpuri cerute în plus: ${tooMuch}`,
        en: `pages open: ${forms} of 2; steps without an account: ${open} of ${ways.length}; fields required beyond need: ${tooMuch}`,
      },
    }
  },
})

/** What was written in the chat is a conversation like any other: in the person's own sight, so in their download. */
const byChat = promiseCheck({
  promise: 'P4',
  need: 'by_chat',
  async run(ground) {
    const { rows } = await ground.inspector.query<{ begun: number; lost: number }>(
      `select count(*)::int as begun,
         count(*) filter (where not exists (
           select from self.message v where v.account_id = t.account_id and v.ticket_id = t.id))::int as lost
       from base.ticket t where t.channel = 'chat'`,
    )
    const { begun, lost } = rows[0] ?? { begun: 0, lost: -1 }
    const [open, forms] = [openWays(ground), await openForms(ground)]
    return {
      holds: open === ways.length && forms === 2 && lost === 0,
      figure: {
        ro: `ferestre deschise: ${forms} din 2; discuții: ${begun}; de negăsit în descărcare: ${lost}`,
        en: `windows open: ${forms} of 2; conversations: ${begun}; not to be found in the download: ${lost}`,
      },
    }
  },
})

export const chatPromises: readonly PromiseCheck[] = [withoutAccount, byChat]
