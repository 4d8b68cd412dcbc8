import { expect, it } from 'vitest'
import { mayWrite } from './same-origin.ts'

const host = 'strata.test:3000'

it.each<[string, Record<string, string>, boolean]>([
  ['our own page', { host, 'sec-fetch-site': 'same-origin', origin: `http://${host}` }, true],
  ['our own page in an older browser', { host, origin: `http://${host}` }, true],
  ['our own page behind a proxy', { host: '127.0.0.1:3000', origin: 'https://strata.example' }, true],
  [
    'another site that says who it is itself',
    { host: '127.0.0.1:3000', 'x-forwarded-host': 'evil.test', origin: 'https://evil.test' },
    false,
  ],
  ['a script', { host }, true],
  ['another site', { host, 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }, false],
  ['another port of the same machine', { host, 'sec-fetch-site': 'same-site' }, false],
  ['another site in an older browser', { host, origin: 'https://evil.test' }, false],
  ['another port in an older browser', { host, origin: 'http://strata.test:4000' }, false],
  ['a sandboxed frame', { host, origin: 'null' }, false],
])('of a request from %s', (_, headers, may) =>
  expect(mayWrite(new Headers(headers), { STRATA_URL: 'https://strata.example' })).toBe(may),
)
