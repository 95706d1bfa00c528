import { RouterContextProvider } from 'react-router'
import { expect, it } from 'vitest'
import { visitKey } from '../../platform/http/visit.ts'
import { emptyForm } from '../breaches/breach.form.ts'
import { loader } from './new-breach.tsx'

function opened(breaches: readonly object[], officer: object | null = null) {
  const context = new RouterContextProvider()
  const visit = {
    call: async (name: string) => (name === 'breach.list' ? { breaches } : { provider: { officer } }),
    can: () => true,
    locale: 'ro',
    person: { name: 'Ilinca Pop' },
    provider: { name: 'Zavor SRL', privacyEmail: 'date@provider.test' },
  }
  context.set(visitKey, visit as never)
  return loader({ context, params: {}, request: new Request('http://desk.test/staff') } as never)
}

it('knows who notifies: as in the newest breach, or else the privacy address and whoever writes', async () => {
  expect((await opened([])).known).toEqual({ contactName: 'Ilinca Pop', contactEmail: 'date@provider.test' })
  const forms = [
    { ...emptyForm, taxNumber: 'RO 18547290', contactName: 'Ștefania Țuțuianu' },
    { ...emptyForm, taxNumber: 'RO 1', circumstances: 'an older one' },
  ]
  const { known } = await opened([
    { number: 1, form: forms[1] },
    { number: 7, form: { ...forms[0], circumstances: 'Un laptop.' } },
  ])
  expect(known).toMatchObject({ taxNumber: 'RO 18547290', contactName: 'Ștefania Țuțuianu', sector: 'private' })
  // What happened is of that breach alone.
  expect(known).not.toHaveProperty('circumstances')
})

it('knows the officer, whoever was the contact of the breach before', async () => {
  const before = {
    number: 1,
    form: { ...emptyForm, taxNumber: 'RO 18547290', contactName: 'Altcineva', contactPhone: '1' },
  }
  const officer = { name: null, email: 'dpo@firma.test', phone: null }
  expect((await opened([before], officer)).known).toMatchObject({
    taxNumber: 'RO 18547290',
    contactName: 'Responsabilul cu protecția datelor',
    contactEmail: 'dpo@firma.test',
    contactPhone: '',
  })
})
