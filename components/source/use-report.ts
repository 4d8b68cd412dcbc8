'use client'

import { useEffect, useState } from 'react'
import type { FilingReport } from '@/lib/report.ts'

/** Something fetched: on its way, here, or not to be had. */
export type Fetched<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

/** A part of a filing's report; where it was asked for by a place, what it is a page of. */
export type FetchedPart = { report: FilingReport; part?: { list: string; number: number } }

/** Which part: the page's own by its number, or the one with a place that the page does not show. */
export type PartAsked = { part: number } | { at: string }

const requests = new Map<string, Promise<FetchedPart>>()

/** A part of a filing's report, fetched once for all openings of the panel, and how to try again. */
export function useReport(
  slug: string,
  sha256: string,
  asked: PartAsked,
): [Fetched<FetchedPart>, () => void] {
  const address = `/api/deals/${slug}?filing=${sha256}&${'at' in asked ? `at=${asked.at}` : `part=${asked.part}`}`
  const [kept, keep] = useState<{ address: string; fetched: Fetched<FetchedPart> } | null>(null)
  const [tries, countTries] = useState(0)
  useEffect(() => {
    let isWanted = true
    const settle = (fetched: Fetched<FetchedPart>) => isWanted && keep({ address, fetched })
    // Counted, so that trying again asks again.
    void tries
    requestPart(address).then(
      value => settle({ state: 'ready', value }),
      () => settle({ state: 'failed' }),
    )
    return () => {
      isWanted = false
    }
  }, [address, tries])
  const retry = () => {
    keep(null)
    countTries(tries + 1)
  }
  return [kept?.address === address ? kept.fetched : { state: 'loading' }, retry]
}

function requestPart(address: string): Promise<FetchedPart> {
  const known = requests.get(address)
  if (known) return known
  const request = fetchPart(address)
  request.catch(() => requests.delete(address))
  requests.set(address, request)
  return request
}

async function fetchPart(address: string): Promise<FetchedPart> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  return (await response.json()) as FetchedPart
}
