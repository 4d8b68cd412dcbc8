'use client'

import { printPlace } from '@/lib/addresses/place-address.ts'
import type { Drawn } from '@/lib/grid/html/drawn.ts'
import type { Place } from '@/lib/report.ts'
import { type Fetched, fetchedOnce, useFetched } from './use-fetched.ts'

type Answer = { drawn: Drawn }

const nothing: Fetched<Answer> = { state: 'ready', value: { drawn: [] } }
const drawnOnce = fetchedOnce<Answer>()

/**
 * What the table of HTML at a place shows, fetched once for all figures in it; nothing without a place. Should it not
 * come, the lines of markup show the figure all the same.
 */
export function useDrawn(sha256: string, table: Place | null): Fetched<Answer> {
  const address = table && `/api/filings/${sha256}/drawn?at=${printPlace(table)}`
  const [fetched] = useFetched(address, drawnOnce)
  return address === null ? nothing : fetched
}
