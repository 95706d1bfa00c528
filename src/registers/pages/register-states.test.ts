import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { m } from '../../platform/language/words.ts'
import { registerStates, stateOfRegister } from './register-states.tsx'

const answers: Readonly<Record<string, unknown>> = {
  'processor.list': { roles: [{ isOpen: true }, { isOpen: false }] },
  'measure.list': { measures: [{ state: 'kept' }, { state: 'overdue' }, { state: 'never' }] },
  'breach.list': { breaches: [{ hoursLeft: null }, { hoursLeft: 30 }, { hoursLeft: 12 }] },
  'child_report.count': { open: 2, overdue: 0 },
  'policy.show_change': { publication: 'unpublished' },
}
const said = async (may: (operation: string) => boolean, changed: object = {}) => {
  const call = async (name: string) => {
    if (!may(name)) throw new Error(`asked for ${name}`)
    return { ...answers, ...changed }[name]
  }
  const states = await registerStates({ call, can: may } as never)
  return (register: string) => renderToStaticMarkup(stateOfRegister(register, states))
}

it('says what waits in each register', async () => {
  const of = await said(() => true)
  expect(of('recipients')).toContain(m.registers_home_roles_open({ count: 1 }))
  expect(of('measures')).toContain(m.registers_measures_late({ count: 2 }))
  expect(of('breaches')).toContain(m.registers_breach_left({ count: 12 }))
  expect(of('policy')).toContain(m.registers_publication_unpublished())
  expect(of('/staff/children')).toContain(m.children_open({ count: 2 }))
  expect(of('disclosures')).toBe('')
  const late = await said(() => true, {
    'breach.list': { breaches: [{ hoursLeft: -3 }] },
    'child_report.count': { open: 2, overdue: 1 },
  })
  expect(late('breaches')).toContain(m.registers_breach_over({ count: 3 }))
  expect(late('/staff/children')).toContain(m.children_overdue({ count: 1 }))
})

it('says nothing where nothing waits, and asks nothing that the reader may not', async () => {
  const nothing = await said(() => true, {
    'processor.list': { roles: [{ isOpen: true }] },
    'measure.list': { measures: [{ state: 'kept' }] },
    'breach.list': { breaches: [{ hoursLeft: null }] },
    'child_report.count': { open: 0, overdue: 0 },
    'policy.show_change': { publication: 'published' },
  })
  const other = await said(() => false)
  for (const register of ['recipients', 'measures', 'breaches', 'policy', '/staff/children']) {
    expect(nothing(register), register).toBe('')
    expect(other(register), register).toBe('')
  }
})
