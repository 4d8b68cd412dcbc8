import { expect, it } from 'vitest'

type Setup = { hasAllOf(lock: object, installed: object): boolean }
// Plain JavaScript, which needs no package and has no types.
const setup = './install.mjs'
const { hasAllOf } = (await import(setup)) as Setup

const one = { version: '1.2.0', integrity: 'sha512-a' }
const other = { version: '3.0.0', integrity: 'sha512-b' }
const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/one': one,
    'node_modules/for-another-system': { ...other, optional: true },
  },
}

it.each([
  ['all that it names', { 'node_modules/one': one }, true],
  ['more besides', { 'node_modules/one': one, 'node_modules/extra': other }, true],
  ['nothing', {}, false],
  ['another version', { 'node_modules/one': { ...one, version: '1.3.0' } }, false],
  ['other content', { 'node_modules/one': { ...one, integrity: 'sha512-c' } }, false],
  [
    'an optional package in another version',
    { 'node_modules/one': one, 'node_modules/for-another-system': one },
    false,
  ],
])('a lock file is installed where npm has %s: %j', (_, packages, isInstalled) => {
  expect(hasAllOf(lock, { packages })).toBe(isInstalled)
})
