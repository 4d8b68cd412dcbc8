import { formatDate, formatMonth } from '../format/index.ts'
import type { FilingSummary } from './deal-summary.ts'

/** The day that a filing has in time: when it was filed, by the header of its submission, else when it was signed. */
export function dateOfFiling({
  filedOn,
  signedOn,
}: Pick<FilingSummary, 'filedOn' | 'signedOn'>): string | null {
  return filedOn ?? signedOn
}

/** > ABS-EE/A   10-D/A */
function isAmendment({ formType }: Pick<FilingSummary, 'formType'>): boolean {
  return formType?.endsWith('/A') ?? false
}

/**
 * Order of two filings that report the same period, the one that counts last: an amendment behind what it amends, then by their days.
 * Which of them was added first is asked only where nothing else parts them.
 */
export function compareReports(
  one: Pick<FilingSummary, 'formType' | 'filedOn' | 'signedOn'>,
  other: Pick<FilingSummary, 'formType' | 'filedOn' | 'signedOn'>,
): number {
  const [day, otherDay] = [dateOfFiling(one) ?? '', dateOfFiling(other) ?? '']
  return Number(isAmendment(one)) - Number(isAmendment(other)) || compare(day, otherDay)
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/**
 * The earliest first, by the period of its loans where it has any, those of one period as `compareReports` has them; those without a
 * date last, in the order that they were added.
 */
export function byDate(filings: readonly FilingSummary[]): FilingSummary[] {
  const when = (filing: FilingSummary) => filing.period ?? dateOfFiling(filing) ?? '9999'
  return filings.toSorted(
    (one, other) =>
      compare(when(one), when(other)) || compareReports(one, other) || compare(one.addedAt, other.addedAt),
  )
}

/**
 * Why two filings may not stand in their order in time: a sentence that says which of them gives no date, null where both
 * do.
 */
export function sayUndated(
  filings: readonly [FilingSummary, FilingSummary],
  deal: { filings: readonly FilingSummary[] },
): string | null {
  const undated = filings.filter(filing => filing.period === null && dateOfFiling(filing) === null)
  const [only] = undated
  if (!only) return null
  if (undated.length === 2)
    return 'Neither filing gives a date; the one that was added first is taken for the earlier.'
  return `${nameFiling(only, deal)} gives no date, so it may be the earlier of the two.`
}

/**
 * A filing by its form and date, else by the file that it came in; where another of the deal's has the same, by both.
 *
 * > 424B5 filed 27 June 2006    8-K signed 15 October 2002    term-sheet.txt
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

function nameAlone({ formType, filedOn, signedOn, period, name }: FilingSummary): string {
  if (period) return `loans of ${formatMonth(period)}`
  if (!formType) return name
  if (filedOn) return `${formType} filed ${formatDate(filedOn)}`
  return signedOn ? `${formType} signed ${formatDate(signedOn)}` : `${formType}, ${name}`
}
