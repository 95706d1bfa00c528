import { describe, expect, it, test } from 'vitest'
import { secretsIn } from './secret-paste.ts'

describe('a secret is recognised', () => {
  test.each([
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA', 'private_key'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'private_key'],
    ['-----BEGIN PRIVATE KEY-----', 'private_key'],
    ['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'private_key'],
    ['PuTTY-User-Key-File-3: ssh-ed25519', 'private_key'],
    ['password: hunter2', 'password'],
    ['Parola: Abc!2345', 'password'],
    ['user root parola = s3cret', 'password'],
    ['parola de root: aX9#kk2', 'password'],
    ['The root password is Zx81!spectrum', 'password'],
    ['parola este Floare7', 'password'],
    ['pass:"tr0ub4dor"', 'password'],
    ['DB_PASSWORD=Qwerty12', 'password'],
    ['AKIAIOSFODNN7EXAMPLE', 'token'],
    ['ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'token'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N', 'token'],
    ['mysql://shop:Pa55word@db.client.test/shop', 'connection_string'],
  ])('%s', (text, kind) => expect(secretsIn(text)).toContain(kind))
})

describe('talk about secrets is not one', () => {
  test.each([
    'Am uitat parola.',
    'Cum schimb parola: din panou sau din consolă?',
    'I forgot my password, please help.',
    'Password: please reset it',
    'parola este greșită',
    'password is wrong',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4 ion@laptop',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    'https://example.com:8443/cale',
    'ssh root@10.0.0.1',
    'compass: N45, pasta: 4',
    '',
  ])('%s', (text) => expect(secretsIn(text)).toEqual([]))
})

it('costs no more than the length of a hostile text', () => {
  const hostile = [
    'parola '.repeat(3_000),
    `password${' '.repeat(20_000)}`,
    'a'.repeat(20_000),
    '://'.repeat(6_000),
    'eyJ'.repeat(6_000),
    `pass(${'('.repeat(20_000)}`,
    'a+'.repeat(10_000),
  ]
  const begun = performance.now()
  for (const text of hostile) secretsIn(text)
  expect(performance.now() - begun).toBeLessThan(500)
})
