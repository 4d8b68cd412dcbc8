import { formatCount, formatPercent } from './numbers.ts'
import type { Sentence } from './opening.ts'
import { rowName } from './row-name.ts'
import { addShares, largestFirst, type RowShare } from './row-shares.ts'

const pct = (share: number) => `${formatPercent(share)}%`

const fractions = [
  { share: 50, words: 'half' },
  { share: 100 / 3, words: 'a third' },
  { share: 25, words: 'a quarter' },
  { share: 20, words: 'a fifth' },
  { share: 10, words: 'a tenth' },
] as const

/** A share in everyday words when it lies within one point of a plain fraction: `a little over a fifth`, else null. */
export function sayFraction(share: number): string | null {
  const near = fractions.find(fraction => Math.abs(fraction.share - share) < 1)
  if (!near) return null
  const off = share - near.share
  if (Math.abs(off) < 0.05) return near.words
  return `a little ${off > 0 ? 'over' : 'under'} ${near.words}`
}

function sayResidual(residual: readonly RowShare[]): string {
  if (residual.length === 0) return ''
  const share = addShares(residual)
  const fraction = sayFraction(share)
  return ` The table leaves ${pct(share)}${fraction ? `, ${fraction},` : ''} to states it does not name.`
}

/** "California holds 50.35%. New York follows with 6.25%. The table leaves 20.81% … to states it does not name." */
export function sayStates(rows: readonly RowShare[]): Sentence | null {
  const isResidual = ({ bucket }: RowShare) => bucket.code === 'other'
  const [first, second] = largestFirst(rows.filter(row => !isResidual(row)))
  if (!first) return null
  const follows = second ? `${rowName(second.bucket)} follows with ${pct(second.share)}.` : ''
  const rest = follows + sayResidual(rows.filter(isResidual))
  return { lead: `${rowName(first.bucket)} holds ${pct(first.share)}.`, rest: rest.trim() }
}

/** One name says all that matters from this share on. */
const dominant = 90

function sayRest(others: readonly RowShare[]): string {
  const [first, second] = others
  if (!first) return ''
  if (others.length === 1) return `The rest, ${pct(first.share)}, is ${rowName(first.bucket)}.`
  if (others.length === 2 && second)
    return `The rest is ${rowName(first.bucket)}, ${pct(first.share)}, and ${rowName(second.bucket)}, ${pct(second.share)}.`
  return `The other ${formatCount(others.length)} rows come to ${pct(addShares(others))}.`
}

/** "Reduced 63.90%, then Full/Alternative 21.04%. The other 4 rows come to 15.06%." */
export function sayCategories(rows: readonly RowShare[]): Sentence | null {
  const [first, second, ...others] = largestFirst(rows)
  if (!first || !second) return null
  const lead = `${rowName(first.bucket)} ${pct(first.share)}`
  if (first.share >= dominant) return { lead: `${lead}.`, rest: sayRest([second, ...others]) }
  return { lead: `${lead}, then ${rowName(second.bucket)} ${pct(second.share)}.`, rest: sayRest(others) }
}
