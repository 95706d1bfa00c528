import { expect, it } from 'vitest'
import { withoutContacts } from './contact-details.ts'

it('takes addresses and numbers out, and leaves what only looks like them', () => {
  for (const contact of [
    'ana.pop+x@firma.example.ro',
    '0722 123 456',
    '+40 (722) 123-456',
    '0040722123456',
    '021/311.22.33',
    'țâru@exemplu.ro',
  ])
    expect(withoutContacts(`Sunați la ${contact}, vă rog.`), contact).toBe('Sunați la [—], vă rog.')
  for (const text of [
    '192.168.10.12:8080',
    '2026-11-22 14:02',
    'eroarea 0x80070005',
    'tichet 1001',
    'v1.0.12345',
    '@ora 10',
    '',
  ])
    expect(withoutContacts(text), text).toBe(text)
})
