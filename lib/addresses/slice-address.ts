import type { Bucket, Stratification } from '../report.ts'
import { typedEdge } from './ask-address.ts'

const prefixLength = 12

/** The parameters of a slice's address, in their order. */
export type SliceParameters = readonly (readonly [name: string, value: string])[]

type WithFilings = { slug: string; chosen: string }

/**
 * Address of the page that shows some of a deal's loans; of another filing than the chosen one where its SHA-256 is given.
 *
 * > /deals/birch-commercial-trust-2024-1/slice?state=TX&debt-service-coverage__lt=1.5
 */
export function sliceHref(
  { slug, chosen }: WithFilings,
  sha256: string,
  parameters: SliceParameters = [],
  form: '' | 'json' | 'csv' = '',
): string {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value]))
  if (sha256 !== chosen) query.set('filing', sha256.slice(0, prefixLength))
  const path =
    form === '' ? `/deals/${slug}/slice` : `/api/deals/${slug}/slice${form === 'csv' ? '.csv' : ''}`
  return query.size === 0 ? path : `${path}?${query}`
}

/** What residual rows of a computed table are called, by its dimension: those that do not tell it, and those that are several. */
export type ResidualLabels = { untold: string; several: string }

/**
 * The filters that let through just the loans of a row of a computed table; null for rows that several names share.
 *
 * > over 75 to 80     original-ltv__gt=75, original-ltv__lte=80
 * > Texas             state=TX
 * > Not stated        lacks=state
 */
export function filterOfRow(
  { dimension, title }: Pick<Stratification, 'dimension' | 'title'>,
  { label, code, range }: Pick<Bucket, 'label' | 'code' | 'range'>,
  unit: Parameters<typeof typedEdge>[1],
  residual: ResidualLabels,
): SliceParameters | null {
  if (dimension === null || title === '') return null
  if (range === null) {
    if (code !== 'other') return [[dimension, code ?? label]]
    if (label === residual.untold) return [['lacks', dimension]]
    return label === residual.several ? [['several', dimension]] : null
  }
  const { low, high, lowIncluded, highIncluded } = range
  if (low !== null && low === high) return [[dimension, typedEdge(low, unit)]]
  return [
    ...(low === null ? [] : [[`${dimension}__${lowIncluded ? 'gte' : 'gt'}`, typedEdge(low, unit)] as const]),
    ...(high === null
      ? []
      : [[`${dimension}__${highIncluded ? 'lte' : 'lt'}`, typedEdge(high, unit)] as const]),
  ]
}
