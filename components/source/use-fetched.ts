'use client'

import { useEffect, useState } from 'react'

/** Something fetched: on its way, here, or not to be had. */
export type Fetched<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

/** Gives what an address answers, asked once for all who want it; a failure is asked anew. */
export function fetchedOnce<T>(): (address: string) => Promise<T> {
  const requests = new Map<string, Promise<T>>()
  return address => {
    const known = requests.get(address)
    if (known) return known
    const request = fetchJson<T>(address)
    request.catch(() => requests.delete(address))
    requests.set(address, request)
    return request
  }
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  return (await response.json()) as T
}

/** What an address answers, and how to try again; on its way for ever where there is no address. */
export function useFetched<T>(
  address: string | null,
  request: (address: string) => Promise<T>,
): [Fetched<T>, () => void] {
  const [kept, keep] = useState<{ address: string; fetched: Fetched<T> } | null>(null)
  const [tries, countTries] = useState(0)
  useEffect(() => {
    if (address === null) return
    let isWanted = true
    const settle = (fetched: Fetched<T>) => isWanted && keep({ address, fetched })
    // Counted, so that trying again asks again.
    void tries
    request(address).then(
      value => settle({ state: 'ready', value }),
      () => settle({ state: 'failed' }),
    )
    return () => {
      isWanted = false
    }
  }, [address, request, tries])
  const retry = () => {
    keep(null)
    countTries(tries + 1)
  }
  return [kept?.address === address ? kept.fetched : { state: 'loading' }, retry]
}
