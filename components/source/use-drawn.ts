'use client'

import { useEffect, useState } from 'react'
import { printPlace } from '@/lib/evidence/place-address.ts'
import type { Drawn } from '@/lib/grid/html/drawn.ts'
import type { Place } from '@/lib/report.ts'
import type { Fetched } from './use-report.ts'

const nothing: Fetched<Drawn> = { state: 'ready', value: [] }
const requests = new Map<string, Promise<Drawn>>()

/**
 * What the table of HTML at a place shows, fetched once for all figures in it; nothing without a place. Should it not
 * come, the lines of markup show the figure all the same.
 */
export function useDrawn(sha256: string, table: Place | null): Fetched<Drawn> {
  const address = table && `/api/filings/${sha256}/drawn?at=${printPlace(table)}`
  const [kept, keep] = useState<{ address: string; fetched: Fetched<Drawn> } | null>(null)
  useEffect(() => {
    if (address === null) return
    let isWanted = true
    const settle = (fetched: Fetched<Drawn>) => isWanted && keep({ address, fetched })
    requestDrawn(address).then(
      value => settle({ state: 'ready', value }),
      () => settle({ state: 'failed' }),
    )
    return () => {
      isWanted = false
    }
  }, [address])
  if (address === null) return nothing
  return kept?.address === address ? kept.fetched : { state: 'loading' }
}

function requestDrawn(address: string): Promise<Drawn> {
  const known = requests.get(address)
  if (known) return known
  const request = fetchDrawn(address)
  request.catch(() => requests.delete(address))
  requests.set(address, request)
  return request
}

async function fetchDrawn(address: string): Promise<Drawn> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  const { drawn } = (await response.json()) as { drawn: Drawn }
  return drawn
}
