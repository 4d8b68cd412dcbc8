import { formatDate } from '../format/index.ts'
import type { FilingSummary } from './deal-summary.ts'

/** The earliest signed first; those without a date last, in the order that they were added. */
export function byDate(filings: readonly FilingSummary[]): FilingSummary[] {
  const when = ({ signedOn, addedAt }: FilingSummary) => `${signedOn ?? '9999'} ${addedAt}`
  return filings.toSorted((one, other) => (when(one) < when(other) ? -1 : when(one) > when(other) ? 1 : 0))
}

/**
 * A filing by its form and date, else by the file that it came in; where another of the deal's has the same, by both.
 *
 * > 8-K signed 15 October 2002    term-sheet.txt
 */
export function nameFiling(
  filing: FilingSummary,
  { filings }: { filings: readonly FilingSummary[] },
): string {
  const name = nameAlone(filing)
  const isTaken = filings.some(other => other.sha256 !== filing.sha256 && nameAlone(other) === name)
  if (!isTaken) return name
  const full = name === filing.name ? name : `${name}, ${filing.name}`
  const isSameFile = filings.some(
    ({ sha256, name: other }) => sha256 !== filing.sha256 && other === filing.name,
  )
  return isSameFile ? `${full} (${filing.sha256.slice(0, 8)})` : full
}

function nameAlone({ formType, signedOn, name }: FilingSummary): string {
  if (!formType) return name
  return signedOn ? `${formType} signed ${formatDate(signedOn)}` : `${formType}, ${name}`
}
