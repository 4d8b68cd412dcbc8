'use client'

import { useCallback, useEffect, useState } from 'react'
import type { FilingReport } from '@/lib/report.ts'

/** Something fetched: on its way, here, or not to be had. */
export type Fetched<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

const requests = new Map<string, Promise<FilingReport>>()

/** The report of a filing, fetched once for all openings of the panel, and how to try again. */
export function useReport(slug: string, sha256: string): [Fetched<FilingReport>, () => void] {
  const [fetched, keep] = useState<Fetched<FilingReport>>({ state: 'loading' })
  const load = useCallback(() => {
    keep({ state: 'loading' })
    requestReport(slug, sha256).then(
      value => keep({ state: 'ready', value }),
      () => keep({ state: 'failed' }),
    )
  }, [slug, sha256])
  useEffect(load, [load])
  return [fetched, load]
}

function requestReport(slug: string, sha256: string): Promise<FilingReport> {
  const known = requests.get(sha256)
  if (known) return known
  const request = fetchReport(`/api/deals/${slug}?filing=${sha256}`)
  request.catch(() => requests.delete(sha256))
  requests.set(sha256, request)
  return request
}

async function fetchReport(address: string): Promise<FilingReport> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${response.status} for ${address}`)
  const { report } = (await response.json()) as { report: FilingReport }
  return report
}
