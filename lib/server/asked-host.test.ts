import { describe, expect, it } from 'vitest'
import { hostRules, isAskedHere } from './asked-host.ts'
import type { AddressSettings } from './site-address.ts'

const usual = { HOST: '127.0.0.1', PORT: '3000' }
const everywhere = { HOST: '0.0.0.0' }

it.each<[string, AddressSettings, boolean]>([
  ['localhost:3000', usual, true],
  ['LOCALHOST:3000', usual, true],
  ['localhost', usual, true],
  ['127.0.0.1:9999', usual, true],
  ['[::1]:3000', usual, true],
  ['rebound.example:3000', usual, false],
  ['localhost.rebound.example', usual, false],
  ['127.0.0.1.rebound.example', usual, false],
  ['192.168.1.20:3000', usual, false],
  ['localhost:3000@rebound.example', usual, false],
  ['localhost, rebound.example', usual, false],
  ['', usual, false],
  ['strata.example', { ...usual, STRATA_URL: 'https://strata.example' }, true],
  ['STRATA.example:8443', { ...usual, STRATA_URL: 'https://strata.example' }, true],
  ['other.example', { ...usual, STRATA_URL: 'https://strata.example' }, false],
  ['strata.example', { ...usual, STRATA_URL: 'strata.example' }, false],
  ['pools.lan:3000', { HOST: 'pools.lan' }, true],
  ['192.168.1.20:3000', { HOST: '192.168.1.20' }, true],
  ['[fe80::1]:3000', { HOST: 'fe80::1' }, true],
  ['192.168.1.20:3000', everywhere, true],
  ['[2001:db8::7]', { HOST: '::' }, true],
  ['pools.lan', everywhere, false],
  ['pools.lan:3000', { ...everywhere, STRATA_HOSTS: 'desk.lan, pools.lan' }, true],
  ['desk.lan', { ...everywhere, STRATA_HOSTS: 'desk.lan, pools.lan' }, true],
  ['lan', { ...everywhere, STRATA_HOSTS: 'desk.lan' }, false],
  ['0x7f.1', everywhere, false],
  ['999.1.1.1', everywhere, false],
])('Host %s with %o: %s', (host, settings, is) => expect(isAskedHere(host, hostRules(settings))).toBe(is))

describe('hostRules', () => {
  it('names nothing for settings that are missing or empty', () => {
    const names = ['localhost', '127.0.0.1', '[::1]']
    expect([...hostRules({}).names]).toEqual(names)
    expect([...hostRules({ HOST: '', STRATA_HOSTS: ' , ', STRATA_URL: '' }).names]).toEqual(names)
  })
})
