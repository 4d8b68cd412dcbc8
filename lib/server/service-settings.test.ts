import { expect, it } from 'vitest'
import { readSettings, SettingFault } from './service-settings.ts'

it('is generous where nothing is told', () => {
  const { log, clients, proxies } = readSettings({ STRATA_LOG: '', STRATA_CLIENT_UPLOADS: '' })
  expect(log).toBe('text')
  expect(clients.requests).toBeGreaterThanOrEqual(100)
  expect(clients.uploads).toBeGreaterThanOrEqual(20)
  expect(proxies.isTrusted('127.0.0.1')).toBe(false)
})

it.each([
  ['STRATA_LOG', 'xml'],
  ['STRATA_TRUSTED_PROXIES', 'nginx'],
  ['STRATA_CLIENT_REQUESTS', '0'],
  ['STRATA_CLIENT_REQUESTS', '-5'],
  ['STRATA_CLIENT_UPLOADS', '1e9'],
  ['STRATA_CLIENT_UPLOADS', 'many'],
  ['STRATA_EDGAR_USER_AGENT', 'Sample Company'],
  ['STRATA_BLOBS', 'https://elsewhere.example'],
  ['STRATA_EDGAR_STAND_IN', 'https://elsewhere.example'],
])('says in a sentence that %s is not understood as %s', (name, told) => {
  const read = () => readSettings({ [name]: told })
  expect(read).toThrow(SettingFault)
  expect(read).toThrow(new RegExp(`^${name} must .*“${told}”\\.$`))
})
