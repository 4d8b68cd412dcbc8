'use client'

import { useEffect, useState } from 'react'

/** Something fetched: on its way, here, or not to be had. */
export type Fetched<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

/** Gives what an address answers, asked once for all who want it; a failure is asked anew. */
export type FetchOnce<T> = {
  request: (address: string) => Promise<T>
  /** What it has answered, where it has: to be drawn at once. */
  answered: (address: string) => T | undefined
}

export function fetchedOnce<T>(): FetchOnce<T> {
  const requests = new Map<string, Promise<T>>()
  const answers = new Map<string, T>()
  const request = (address: string) => {
    const known = requests.get(address)
    if (known) return known
    const asked = fetchJson<T>(address)
    asked.then(
      answer => answers.set(address, answer),
      () => requests.delete(address),
    )
    requests.set(address, asked)
    return asked
  }
  return { request, answered: address => answers.get(address) }
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  return (await response.json()) as T
}

/** What an address answers, and how to try again; on its way for ever where there is no address. */
export function useFetched<T>(
  address: string | null,
  { request, answered }: FetchOnce<T>,
): [Fetched<T>, () => void] {
  const [kept, keep] = useState<{ address: string; fetched: Fetched<T> } | null>(null)
  const [tries, countTries] = useState(0)
  const atHand = address === null ? undefined : answered(address)
  const isAtHand = atHand !== undefined
  useEffect(() => {
    if (address === null || isAtHand) return
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
  }, [address, isAtHand, request, tries])
  const retry = () => {
    keep(null)
    countTries(tries + 1)
  }
  if (atHand !== undefined) return [{ state: 'ready', value: atHand }, retry]
  return [kept?.address === address ? kept.fetched : { state: 'loading' }, retry]
}
