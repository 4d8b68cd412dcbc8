'use client'

import { useCallback, useEffect, useState } from 'react'
import type { FilingReport } from '@/lib/report.ts'

/** Something fetched: on its way, here, or not to be had. */
export type Fetched<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

const requests = new Map<string, Promise<FilingReport>>()

/** A part of a filing's report, fetched once for all openings of the panel, and how to try again. */
export function useReport(slug: string, sha256: string, part: number): [Fetched<FilingReport>, () => void] {
  const [fetched, keep] = useState<Fetched<FilingReport>>({ state: 'loading' })
  const load = useCallback(() => {
    keep({ state: 'loading' })
    requestReport(slug, sha256, part).then(
      value => keep({ state: 'ready', value }),
      () => keep({ state: 'failed' }),
    )
  }, [slug, sha256, part])
  useEffect(load, [load])
  return [fetched, load]
}

function requestReport(slug: string, sha256: string, part: number): Promise<FilingReport> {
  const address = `/api/deals/${slug}?filing=${sha256}&part=${part}`
  const known = requests.get(address)
  if (known) return known
  const request = fetchReport(address)
  request.catch(() => requests.delete(address))
  requests.set(address, request)
  return request
}

async function fetchReport(address: string): Promise<FilingReport> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  const { report } = (await response.json()) as { report: FilingReport }
  return report
}
