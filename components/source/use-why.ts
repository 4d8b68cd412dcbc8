'use client'

import { useEffect, useState } from 'react'
import { printPlace } from '@/lib/evidence/place-address.ts'
import type { TableTrace } from '@/lib/explain/trace-schema.ts'
import type { Place } from '@/lib/report.ts'
import type { Fetched } from './use-report.ts'

/** The tables at a place with how they were read; null where the filing is too long for that. */
type Why = TableTrace[] | null

const requests = new Map<string, Promise<Why>>()

/** How the tables at a place were read, fetched once for all figures in them, and how to try again. */
export function useWhy(sha256: string, table: Place): [Fetched<Why>, () => void] {
  const address = `/api/filings/${sha256}/why?at=${printPlace(table)}`
  const [kept, keep] = useState<{ address: string; fetched: Fetched<Why> } | null>(null)
  const [tries, countTries] = useState(0)
  useEffect(() => {
    let isWanted = true
    const settle = (fetched: Fetched<Why>) => isWanted && keep({ address, fetched })
    // Counted, so that trying again asks again.
    void tries
    request(address).then(
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

function request(address: string): Promise<Why> {
  const known = requests.get(address)
  if (known) return known
  const asked = fetchWhy(address)
  asked.catch(() => requests.delete(address))
  requests.set(address, asked)
  return asked
}

async function fetchWhy(address: string): Promise<Why> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  const { tables } = (await response.json()) as { tables: Why }
  return tables
}
