/** A service, an order and the steps up to wherever a test begins. */
import { showSecretRequest } from '../../src/access/request/show-request.ts'
import { acceptOrder } from '../../src/orders/order/accept-order.ts'
import { deliverOrder } from '../../src/orders/order/deliver-order.ts'
import { placeOrder } from '../../src/orders/order/place-order.ts'
import { showOrder } from '../../src/orders/order/show-order.ts'
import { startWork } from '../../src/orders/order/start-work.ts'
import { publishService } from '../../src/orders/service/publish-service.ts'
import { saveService } from '../../src/orders/service/save-service.ts'
import type { ServiceTerms } from '../../src/orders/service/service.terms.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../src/privacy/operation/actor.ts'
import { deposited } from './access.ts'
import type { TestDesk } from './desk.ts'

export const terms: ServiceTerms = {
  name: { ro: 'Instalare', en: 'Set-up' },
  summary: { ro: 'Un server pregătit.', en: 'A server made ready.' },
  description: { ro: 'Îl instalăm.', en: 'We install it.' },
  delivers: { ro: 'Un raport.', en: 'A report.' },
  price: { minor: '145000', currency: 'RON', unit: 'once' },
  fields: [
    {
      name: 'email',
      kind: 'authorised_email',
      input: 'email',
      label: { ro: 'E-mail autorizat', en: 'Authorised e-mail' },
      required: true,
    },
    {
      name: 'address',
      kind: 'billing_address',
      input: 'lines',
      label: { ro: 'Adresa de facturare', en: 'Billing address' },
      required: false,
    },
    {
      name: 'when',
      kind: 'support_detail',
      input: 'choice',
      label: { ro: 'Când', en: 'When' },
      required: false,
      choices: [
        { name: 'day', label: { ro: 'Ziua', en: 'By day' } },
        { name: 'night', label: { ro: 'Noaptea', en: 'By night' } },
      ],
    },
  ],
  access: [
    {
      name: 'server',
      kind: 'server',
      label: { ro: 'Serverul', en: 'The server' },
      why: { ro: 'Ca să instalăm.', en: 'To install.' },
    },
  ],
}

let counter = 0

/** A published service; `more` replaces some of its terms. */
export async function givenService(desk: TestDesk, owner: StaffActor, more: Partial<ServiceTerms> = {}) {
  const slug = `service-${++counter}`
  const { id, revision } = await desk.as(owner).call(saveService, { slug, terms: { ...terms, ...more } })
  await desk.as(owner).call(publishService, { id })
  return { id, revision, slug }
}

export const answers = { email: 'admin@client.test', address: 'Strada Lungă 1\n010101 București', when: 'night' }

export async function placedOrder(
  desk: TestDesk,
  member: MemberActor,
  service: { id: string; revision: number },
): Promise<string> {
  const { orderId } = await desk
    .as(member)
    .call(placeOrder, { serviceId: service.id, revision: service.revision, placementId: newId(), answers })
  return orderId
}

/** Hands over everything that the order asked for. */
export async function giveAccess(desk: TestDesk, member: MemberActor, orderId: string): Promise<void> {
  const { requestId } = await desk.as(member).call(showOrder, { orderId })
  if (!requestId) return
  const { items } = await desk.as(member).call(showSecretRequest, { requestId })
  for (const item of items) await deposited(desk, member, { requestId, itemId: item.id })
}

/** An order taken as far as `to`. */
export async function orderAt(
  desk: TestDesk,
  { member, owner, service }: { member: MemberActor; owner: StaffActor; service: { id: string; revision: number } },
  to: 'ordered' | 'accepted' | 'access_given' | 'in_work' | 'delivered',
): Promise<string> {
  const orderId = await placedOrder(desk, member, service)
  if (to === 'ordered') return orderId
  await desk.as(owner).call(acceptOrder, { orderId })
  if (to === 'accepted') return orderId
  await giveAccess(desk, member, orderId)
  await desk.runJobs()
  if (to === 'access_given') return orderId
  await desk.as(owner).call(startWork, { orderId })
  if (to === 'in_work') return orderId
  await desk.as(owner).call(deliverOrder, { orderId, words: 'Serverul este gata.' })
  return orderId
}
