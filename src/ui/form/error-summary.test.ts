import { Writable } from 'node:stream'
import { createElement, Fragment, type ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { Checkbox } from './checkbox.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { RadioCards } from './radio-cards.tsx'
import { TextInput } from './text-input.tsx'

const answer = {
  errors: {
    email: 'Write an address.',
    terms: 'Tick it.',
    host: 'The server is wanted.',
    kind: 'Choose one.',
    part: 'Write the partner.',
    odd: 'Odd.',
  },
  values: {},
}
/** Finds its own words, as a component of a capability does: nothing of them is known before it is rendered. */
const Server = () => field('host', 'Server', false)
function field(name: string, label: string, optional: boolean) {
  const props = { name, label, optional, children: createElement(TextInput) }
  return createElement(Field, props)
}
function cards(name: string, label: string) {
  const children = createElement(RadioCards, { choices: [{ value: 'key', label: 'With a key' }] })
  const props = { name, label, children, group: true }
  return createElement(Field, props)
}
const terms = createElement(Checkbox, {
  name: 'terms',
  label: ['I read the ', createElement('a', { key: 1 }, 'terms'), '.'],
})

/** The list of mistakes, as a server writes it. */
async function summaryOf(...children: ReactNode[]): Promise<string[]> {
  const form = { answer, children: createElement(Fragment, null, ...children) }
  const element = createElement(Form, form)
  const router = createMemoryRouter([{ path: '*', element }])
  const html = await new Promise<string>((resolve, reject) => {
    let written = ''
    const page = new Writable({
      write(part, _, done) {
        written += part
        done()
      },
      final(done) {
        resolve(written)
        done()
      },
    })
    const { pipe } = renderToPipeableStream(createElement(RouterProvider, { router }), {
      onAllReady: () => pipe(page),
      onError: reject,
    })
  })
  return [...html.matchAll(/<li>(?:<a [^>]*href="#form-(\w+)"[^>]*>)?(.*?)(?:<\/a>)?<\/li>/g)].map(
    ([, name, words]) => `${name ?? '-'} ${words}`,
  )
}

it('names each faulty field in the order of the page, before any script', async () => {
  expect(
    await summaryOf(
      cards('kind', 'Which way?'),
      field('email', 'E-mail', true),
      createElement(Server),
      terms,
      field('part', 'Part', false),
    ),
  ).toEqual([
    'kind Which way? Choose one.',
    'email E-mail: Write an address.',
    'host The server is wanted.',
    'terms I read the terms: Tick it.',
    // A name within another word is no name.
    'part Part: Write the partner.',
    // No field of that name stands there to be led to.
    '- Odd.',
  ])
})
