import { expect, it } from 'vitest'
import { type AddressSettings, siteOrigin } from './site-address.ts'

it.each<[AddressSettings, string]>([
  [{}, 'http://localhost:3000'],
  [{ HOST: '127.0.0.1', PORT: '4100' }, 'http://localhost:4100'],
  [{ HOST: '::1', PORT: '4100' }, 'http://localhost:4100'],
  [{ HOST: '0.0.0.0', PORT: '4100' }, 'http://localhost:4100'],
  [{ HOST: 'pools.lan', PORT: '4100' }, 'http://pools.lan:4100'],
  [{ HOST: '192.168.1.20' }, 'http://192.168.1.20:3000'],
  [{ HOST: 'fe80::1', PORT: '80' }, 'http://[fe80::1]'],
  [{ HOST: 'a b' }, 'http://localhost:3000'],
  [{ HOST: 'pools.lan', STRATA_URL: 'https://strata.example/' }, 'https://strata.example'],
  [{ STRATA_URL: 'strata.example' }, 'http://localhost:3000'],
  [{ STRATA_URL: 'javascript:alert(1)' }, 'http://localhost:3000'],
])('the origin with %o is %s', (settings, origin) => expect(siteOrigin(settings)).toBe(origin))
