import { test } from 'vitest'
import { axeFaults, closeBrowser, visitor } from '../../../test/support/browser.ts'
import { testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { givenService, orderAt } from '../../../test/support/orders.ts'
import { servePages } from '../../../test/support/pages-server.ts'
import { newId } from '../../platform/database/id.ts'
import { acceptOrder } from '../order/accept-order.ts'
import { confirmOrder } from '../order/confirm-order.ts'
import { declineOrder } from '../order/decline-order.ts'
import { giveFeedback } from '../order/give-feedback.ts'
import { placeOrder } from '../order/place-order.ts'
import { seedExampleServices } from '../orders.facade.ts'
import { listServices } from '../service/list-services.ts'

const out = '/tmp/data-orders/shots'
test('look', async () => {
  const desk = await testDesk()
  const owner = await givenStaff(desk, { name: 'Ana Patron', roles: ['owner', 'technician'] })
  const member = await givenMember(desk)
  const fresh = await givenMember(desk, { name: 'Nou Venit' })
  await desk.owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency) values ($1,'Furnizor SRL','Str. 1','p@p.test','RO','ro','RON')`,
    [newId()],
  )
  await desk.handles
    .of('identity')
    .transaction()
    .execute((trx) => seedExampleServices(trx, { currency: 'RON', now: new Date() }))
  const { services } = await desk.as(member).call(listServices, {})
  const place = async (i: number) => {
    const s = services[i]!
    const answers: Record<string, string> = {}
    for (const f of s.fields)
      answers[f.name] =
        f.input === 'email'
          ? 'admin@client.test'
          : f.input === 'choice'
            ? f.choices![1]!.name
            : f.input === 'lines'
              ? 'Debian 12 la Hetzner, 8 GB\nnginx, postfix și o aplicație PHP'
              : 'Signal, +40 722 000 000'
    return (
      await desk.as(member).call(placeOrder, { serviceId: s.id, revision: s.revision, placementId: newId(), answers })
    ).orderId
  }
  const ids: Record<string, string> = {}
  const g = {
    member,
    owner,
    service: await givenService(desk, owner, {
      name: {
        ro: 'Verificarea tuturor copiilor de siguranță de pe toate serverele de poștă și de baze de date ale firmei, cu restaurare de probă și raport scris',
        en: 'Inspection of all backups on all the mail and database servers of the company, with a trial restore and a written report',
      },
    }),
  }
  ids.confirmed = await orderAt(desk, g, 'delivered')
  await desk.as(member).call(confirmOrder, { orderId: ids.confirmed })
  ids.rated = await orderAt(desk, g, 'delivered')
  await desk.as(member).call(confirmOrder, { orderId: ids.rated })
  await desk
    .as(member)
    .call(giveFeedback, { orderId: ids.rated, rating: 4, words: 'Repede și bine, dar raportul putea fi mai scurt.' })
  ids.declined = await orderAt(desk, g, 'ordered')
  await desk.as(owner).call(declineOrder, {
    orderId: ids.declined,
    reason: 'Nu lucrăm cu această versiune de Windows Server.\nPutem muta aplicația pe Linux.',
  })
  ids.delivered = await orderAt(desk, g, 'delivered')
  ids.in_work = await orderAt(desk, g, 'in_work')
  ids.ready = await orderAt(desk, g, 'access_given')
  ids.accepted = await place(2)
  await desk.as(owner).call(acceptOrder, { orderId: ids.accepted })
  ids.ordered = await place(0)
  const served = await servePages(
    {
      arrive: async (request) => {
        const who = /who=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
        const lang = /lang=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] as 'ro' | 'en'
        const actor = who === 'owner' ? owner : who === 'fresh' ? fresh : member
        return {
          caller: { actor, via: 'page' },
          locale: lang,
          person: { name: who === 'owner' ? 'Ana Patron' : 'Ioana Popa', accountName: 'Client Unu SRL' },
          provider: { name: 'Furnizor SRL' },
        }
      },
      call: (caller, name, input) => desk.callByName(caller, name, input),
    },
    { port: 4161 },
  )
  const pages: [string, string, string][] = [
    ['home', 'member', '/desk'],
    ['home-empty', 'fresh', '/desk'],
    ['services', 'member', '/desk/services'],
    ['service', 'member', '/desk/services/server-setup'],
    ['orders', 'member', '/desk/orders'],
    ['orders-empty', 'fresh', '/desk/orders'],
    ['orders-over', 'member', '/desk/orders?which=over'],
    ...Object.entries(ids).map(
      ([k, id]) => [`order-${k}`, 'member', `/desk/orders/${id}?done=placed`] as [string, string, string],
    ),
    ['cancel', 'member', `/desk/orders/${ids.accepted}/cancel`],
    ['staff-orders', 'owner', '/staff/orders'],
    ['staff-all', 'owner', '/staff/orders?which=all'],
    ...Object.entries(ids).map(([k, id]) => [`staff-${k}`, 'owner', `/staff/orders/${id}`] as [string, string, string]),
    ['decline', 'owner', `/staff/orders/${ids.ordered}/decline`],
    ['staff-services', 'owner', '/staff/services'],
    ['new-service', 'owner', '/staff/services/new'],
    ['edit-service', 'owner', `/staff/services/${services[0]!.id}`],
  ]
  const looks =
    process.env.LOOKS === 'all'
      ? ([
          ['desktop', 'light', 'ro'],
          ['phone', 'light', 'en'],
          ['phone', 'dark', 'ro'],
          ['desktop', 'dark', 'en'],
        ] as const)
      : ([
          ['desktop', 'light', 'ro'],
          ['phone', 'dark', 'en'],
        ] as const)
  const only = process.env.ONLY ? new RegExp(process.env.ONLY) : /./
  for (const [size, theme, lang] of looks) {
    const { context, page } = await visitor({ size, theme, locale: lang, origin: served.origin })
    page.on('console', (msg) => {
      if (msg.type() === 'error') console.log('CONSOLE', page.url(), msg.text())
    })
    page.on('pageerror', (e) => console.log('PAGEERROR', page.url(), e.message))
    for (const [name, who, path] of pages) {
      if (!only.test(name)) continue
      await context.clearCookies()
      await context.addCookies([
        { name: 'who', value: who, url: served.origin },
        { name: 'lang', value: lang, url: served.origin },
      ])
      const res = await page.goto(path, { waitUntil: 'networkidle' })
      if (res?.status() !== 200) console.log('STATUS', res?.status(), path)
      await page.screenshot({ path: `${out}/${name}-${size}-${theme}-${lang}.png`, fullPage: true })
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (over > 0) console.log('WIDE', name, size, over)
      if (process.env.AXE) for (const f of await axeFaults(page)) console.log('AXE', name, size, theme, f)
    }
    await context.close()
  }
  await closeBrowser()
  await served.stop()
}, 600_000)
