import { isLoopback, PROGRAM_FOLDER, readSettings, SettingsError } from './settings.ts'

describe('settings', () => {
  it('have a default for everything', () => {
    const settings = readSettings({ PORT: '', HOST: undefined })
    expect(settings).toMatchObject({ port: 4000, host: '127.0.0.1', origin: 'http://127.0.0.1:4000' })
    expect(settings.dataFolder).toBe(`${PROGRAM_FOLDER}/data`)
    expect(settings.keyFile).toBe(`${PROGRAM_FOLDER}/data/zavor.key`)
  })

  it('keep the key file where it is told, and the origin as it is told', () => {
    const settings = readSettings({ ZAVOR_KEY_FILE: '/k', ZAVOR_ORIGIN: 'https://desk.example.com', HOST: '0.0.0.0' })
    expect(settings).toMatchObject({ keyFile: '/k', origin: 'https://desk.example.com', host: '0.0.0.0' })
    expect(readSettings({ HOST: '::', PORT: '81' }).origin).toBe('http://127.0.0.1:81')
    expect(readSettings({ HOST: '::1' }).origin).toBe('http://[::1]:4000')
  })

  it.each([
    ['PORT', 'many'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['HOST', 'not a host'],
    ['ZAVOR_ORIGIN', 'desk.example.com'],
    ['ZAVOR_ORIGIN', 'https://desk.example.com/path'],
    ['DATABASE_URL', 'mysql://root:hidden@host/zavor'],
    ['SMTP_URL', 'mail.example.com'],
    ['IMAP_URL', 'http://mail.example.com'],
    ['ZAVOR_API_RATE', '0'],
    ['ZAVOR_PROXIES', 'proxy.example.com'],
    ['ZAVOR_PROXIES', '10.0.0.0/33'],
    ['ZAVOR_PROXIES', '10.0.0.1,,10.0.0.2'],
    ['ZAVOR_DEMO_PASSWORD', 'short'],
  ])('refuse a wrong %s by its name, without repeating it', (name, value) => {
    const reading = () => readSettings({ [name]: value })
    expect(reading).toThrow(SettingsError)
    expect(reading).toThrow(new RegExp(`^${name} is wrong: expected (?!.*hidden)`))
  })

  it('believe a proxy on this machine unless others are named, or none', () => {
    expect(readSettings({}).proxies).toEqual(['127.0.0.0/8', '::1'])
    expect(readSettings({ ZAVOR_PROXIES: 'none' }).proxies).toEqual([])
    expect(readSettings({ ZAVOR_PROXIES: '10.0.0.2, fd00::/8' }).proxies).toEqual(['10.0.0.2', 'fd00::/8'])
  })

  it('know which hosts only this machine reaches', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].filter((host) => !isLoopback(host))).toEqual([])
    expect(['0.0.0.0', '::', '192.168.1.1', 'desk.example.com', '1270.0.0.1'].filter(isLoopback)).toEqual([])
  })
})
