import { clientKey } from './client-address.ts'

/** How much one client may have under way at once. */
export type ClientLimits = { requests: number; uploads: number }

/**
 * More than any browser, script or office behind one address has under way, and few enough that one client alone cannot take
 * all connections.
 */
export const usualClientLimits: ClientLimits = { requests: 256, uploads: 32 }

type What = 'requests' | 'uploads'

/** Counts what each client has under way, and lets no more begin than it may. */
export function limitClients(limits: ClientLimits) {
  const clients = new Map<string, Record<What, number>>()
  return {
    /** What there is too much of for this request to begin; null where it begins, and then `end` is called for it once. */
    begin(address: string, isUpload: boolean): What | null {
      const key = clientKey(address)
      const has = clients.get(key) ?? { requests: 0, uploads: 0 }
      if (has.requests >= limits.requests) return 'requests'
      if (isUpload && has.uploads >= limits.uploads) return 'uploads'
      has.requests++
      if (isUpload) has.uploads++
      clients.set(key, has)
      return null
    },
    end(address: string, isUpload: boolean): void {
      const key = clientKey(address)
      const has = clients.get(key)
      if (has === undefined) return
      has.requests--
      if (isUpload) has.uploads--
      if (has.requests === 0) clients.delete(key)
    },
    /** How many clients have something under way. */
    clients: () => clients.size,
  }
}
