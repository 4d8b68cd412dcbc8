import type { DealRecord } from '@/lib/library/index.ts'

/** Fewer digits than this could be anybody's. */
const leastDigits = 8

/**
 * SHA-256 of the filing that an address names by how it starts; of the deal's chosen one when it names none. Null when
 * the deal has no such filing, or two.
 */
export function pickFiling({ chosen, filings }: DealRecord, prefix: string | undefined): string | null {
  if (prefix === undefined) return chosen
  if (prefix.length < leastDigits) return null
  const found = filings.filter(({ sha256 }) => sha256.startsWith(prefix))
  return found.length === 1 ? (found[0]?.sha256 ?? null) : null
}
