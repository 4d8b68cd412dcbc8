import { type CompareAddress, compareHref } from '@/lib/addresses/compare-address.ts'
import type { Amount, EdgeChoice } from '@/lib/distributions/index.ts'
import type { LoadedPool } from '@/lib/library/index.ts'

/** What all parts of a comparison are drawn from: the pools, what the address asks of them, and the way to ask otherwise. */
export type ComparisonContext = {
  pools: readonly LoadedPool[]
  /** As the address has it. */
  address: CompareAddress
  measure: Amount
  /** Order of the pool that others are held against. */
  base: number
  edges: EdgeChoice | null
  /** What is wrong with the edges that are typed; the shared ones are shown then. */
  edgesProblem: string | null
  rows: 'between' | 'above'
}

/** Address of the same comparison with something of it changed. */
export function changedHref(
  { address }: ComparisonContext,
  change: Partial<CompareAddress>,
  page?: string,
): string {
  return compareHref({ ...address, ...change }, page)
}
