import { expect, it } from 'vitest'
import { clientAddress, clientKey, proxyRules } from './client-address.ts'

function rules(listed: string) {
  const found = proxyRules(listed)
  if (found === null) throw new Error(`${listed} is not understood`)
  return found
}
const asked = (remoteAddress: string | undefined, forwarded?: string | string[]) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded as string },
})

it.each<[string, string, string | undefined, string | undefined, string]>([
  ['nobody is trusted unless listed', '', '10.0.0.1', '203.0.113.9', '10.0.0.1'],
  ['a stranger says nothing of others', '10.0.0.1', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['a trusted proxy says whom it asks for', '10.0.0.1', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  [
    'what a client wrote before it reached the proxy does not count',
    '10.0.0.1',
    '10.0.0.1',
    '127.0.0.1, 203.0.113.9',
    '203.0.113.9',
  ],
  [
    'several proxies are gone through',
    '10.0.0.0/8',
    '10.0.0.1',
    '203.0.113.9, 10.2.3.4,10.9.9.9',
    '203.0.113.9',
  ],
  [
    'all that are known to be proxies leave the first of them',
    '10.0.0.0/8',
    '10.0.0.1',
    '10.2.3.4',
    '10.2.3.4',
  ],
  ['what is no address ends it', '10.0.0.1', '10.0.0.1', '203.0.113.9, unknown', '10.0.0.1'],
  ['an empty header says nothing', '10.0.0.1', '10.0.0.1', '', '10.0.0.1'],
  ['IPv4 in the shape of IPv6 is IPv4', '10.0.0.0/8', '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  ['ports are left out', '10.0.0.1', '10.0.0.1', '203.0.113.9:51000', '203.0.113.9'],
  ['IPv6 with a port likewise', 'fd00::/8', 'fd00::1', '[2001:db8::5]:443', '2001:db8::5'],
  ['a connection that is gone has no address', '10.0.0.1', undefined, '203.0.113.9', ''],
])('%s', (_, listed, remote, forwarded, address) => {
  expect(clientAddress(asked(remote, forwarded), rules(listed)).address).toBe(address)
})

it.each(['10.0.0', 'localhost', '10.0.0.0/33', 'fd00::/129', '10.0.0.0/8/8', '10.0.0.0/x', '10.0.0.0/'])(
  'takes %s for no proxy',
  listed => expect(proxyRules(listed)).toBeNull(),
)

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:a:b:c:d', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('counts %s as %s', (address, key) => expect(clientKey(address)).toBe(key))
