'use client'

import { printPlace } from '@/lib/addresses/place-address.ts'
import type { TableTrace } from '@/lib/explain/trace-schema.ts'
import type { Place } from '@/lib/report.ts'
import { type Fetched, fetchedOnce, useFetched } from './use-fetched.ts'

/** The tables at a place with how they were read; null where the filing is too long for that. */
type Why = { tables: TableTrace[] | null }

const whyOnce = fetchedOnce<Why>()

/** How the tables at a place were read, fetched once for all figures in them, and how to try again. */
export function useWhy(sha256: string, table: Place): [Fetched<Why>, () => void] {
  return useFetched(`/api/filings/${sha256}/why?at=${printPlace(table)}`, whyOnce)
}
