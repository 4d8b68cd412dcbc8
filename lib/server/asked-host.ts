import { isIP } from 'node:net'
import { type AddressSettings, inAddress, listensEverywhere, toldUrl } from './site-address.ts'

/** Which names a request may have in its Host. */
export type HostRules = { names: ReadonlySet<string>; anyAddress: boolean }

/** Names of this machine for itself, which nobody else can give an address to. */
const ownNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * The names that this server answers to: its own, HOST's, STRATA_URL's, and those that STRATA_HOSTS lists.
 *
 * A page of another site can make its own name lead to this machine ("DNS rebinding"), and a browser then lets it read
 * and write here as if it were one of ours. Its requests carry that name, so they are known by it. An address in digits
 * leads nowhere else, so any is good where the server listens on all of them: behind a container's or a router's
 * forwarding it is not even one of the machine's own.
 */
export function hostRules(settings: AddressSettings): HostRules {
  const { HOST = '', STRATA_HOSTS = '' } = settings
  const told = toldUrl(settings)?.host
  const listed = STRATA_HOSTS.split(/[\s,]+/)
  const names = [...ownNames, inAddress(HOST), ...listed, told ?? '']
  return {
    names: new Set(names.flatMap(name => nameOf(name) ?? [])),
    anyAddress: listensEverywhere(settings),
  }
}

/** True if a request with this Host is meant for this server, whatever its port. */
export function isAskedHere(host: string, { names, anyAddress }: HostRules): boolean {
  const name = nameOf(host)
  return name !== null && (names.has(name) || (anyAddress && isIP(name.replace(/^\[|\]$/g, '')) > 0))
}

/** `host`, `host:port` or `[address]:port` without its port, in small letters; null for anything else. */
function nameOf(host: string): string | null {
  return /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{0,5})?$/i.exec(host)?.[1]?.toLowerCase() ?? null
}
