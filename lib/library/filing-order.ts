import { formatDate } from '../format/index.ts'
import type { FilingSummary } from './deal-summary.ts'

/** The earliest signed first; those without a date last, in the order that they were added. */
export function byDate(filings: readonly FilingSummary[]): FilingSummary[] {
  const when = ({ signedOn, addedAt }: FilingSummary) => `${signedOn ?? '9999'} ${addedAt}`
  return filings.toSorted((one, other) => (when(one) < when(other) ? -1 : when(one) > when(other) ? 1 : 0))
}

/** A filing by its form and date, else by the file that it came in: `8-K signed 15 October 2002`. */
export function nameFiling({ formType, signedOn, name }: FilingSummary): string {
  if (!formType) return name
  return signedOn ? `${formType} signed ${formatDate(signedOn)}` : `${formType}, ${name}`
}
