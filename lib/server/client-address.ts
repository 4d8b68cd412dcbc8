import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** Which proxies are believed when they say whom they ask for. */
export type ProxyRules = { isTrusted: (address: string) => boolean }

/**
 * The proxies of a list of addresses and ranges with commas between: `127.0.0.1, 10.0.0.0/8, fd00::/8`. Null where an entry
 * is neither. Nobody is trusted unless listed, for anybody can send the header.
 */
export function proxyRules(listed = ''): ProxyRules | null {
  const trusted = new BlockList()
  for (const entry of listed.split(/[\s,]+/).filter(entry => entry !== ''))
    if (!add(trusted, entry)) return null
  return {
    isTrusted: address => isIP(address) !== 0 && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6'),
  }
}

function add(list: BlockList, entry: string): boolean {
  const [address = '', prefix, more] = entry.split('/')
  const version = isIP(address)
  const bits = prefix === undefined ? null : Number(prefix)
  if (version === 0 || more !== undefined) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  if (bits === null) list.addAddress(address, family)
  else if (!/^\d{1,3}$/.test(prefix ?? '') || bits > (version === 4 ? 32 : 128)) return false
  else list.addSubnet(address, bits, family)
  return true
}

type Heard = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }

/**
 * The address that a request comes from: that of the connection, or where a trusted proxy made it what the proxy says in
 * `X-Forwarded-For`. Each proxy adds the address that asked it at the end, so the last that is no trusted proxy's counts.
 */
export function clientAddress(
  { socket, headers }: Heard,
  { isTrusted }: ProxyRules,
): { address: string; isProxied: boolean } {
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(bareAddress)
  let address = bareAddress(socket.remoteAddress ?? '')
  let isProxied = false
  while (isTrusted(address)) {
    const before = told.pop()
    if (before === undefined || isIP(before) === 0) break
    address = before
    isProxied = true
  }
  return { address, isProxied }
}

/** True for a request that a trusted proxy made, whomever for. */
export function isFromProxy({ socket }: Heard, { isTrusted }: ProxyRules): boolean {
  return isTrusted(bareAddress(socket.remoteAddress ?? ''))
}

/**
 * What counts as one client: an address, of IPv6 the network of 64 bits that a household has as its own.
 *
 * > 2001:db8:1:2:a:b:c:d is 2001:db8:1:2::/64
 */
export function clientKey(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const [front, back] = [head, tail ?? ''].map(part => part.split(':').filter(group => group !== ''))
  const gap = tail === undefined ? 0 : 8 - (front?.length ?? 0) - (back?.length ?? 0)
  const groups = [...(front ?? []), ...Array<string>(Math.max(0, gap)).fill('0'), ...(back ?? [])]
  return `${groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/**
 * An address without its port, as some proxies add one, and an IPv4 address without the shape of an IPv6 one.
 *
 * > ::ffff:10.0.0.1 is 10.0.0.1    [2001:db8::1]:443 is 2001:db8::1    10.0.0.1:5000 is 10.0.0.1
 */
function bareAddress(printed: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d+)?$/.exec(printed.trim()) ?? []
  const address = inBrackets ?? printed.trim()
  const [, before] = /^([\d.]+):\d+$/.exec(address) ?? []
  return (before ?? address).replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
