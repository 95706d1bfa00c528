import { expect, it } from 'vitest'
import { maps } from '../../app/maps.ts'
import { operations } from '../../app/operations.ts'
import { valueWords } from '../held/value-words.ts'
import { operationWords } from './operation-words.ts'

it('says in words what each operation that touches somebody’s data did', () => {
  const touching = operations.filter(({ run }) => String(run).includes('concerning'))
  expect(touching.length).toBeGreaterThan(100)
  expect(touching.map(({ name }) => name).filter((name) => operationWords(name).ro === name)).toEqual([])
})

it('says in words each code that a person sees among what is held about them', () => {
  const shown = maps.flatMap((map) =>
    Object.entries(map.columns).flatMap(([name, { values, options }]) =>
      options.label && options.export !== 'no' ? (values ?? []).map((value) => `${map.table}.${name} ${value}`) : [],
    ),
  )
  expect(shown.length).toBeGreaterThan(50)
  expect(shown.filter((one) => valueWords(one.split(' ').slice(1).join(' ')) === null)).toEqual([])
})
