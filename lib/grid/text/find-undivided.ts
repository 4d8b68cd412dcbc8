import { findHeaderLines } from './find-header.ts'
import { splitFragments, splitWords } from './fragments.ts'
import type { ScannedLines } from './scan-lines.ts'

/**
 * The lines of words right over rows that are printed with single blanks, where the lines are so too: their places tell
 * nothing. None where places or the number of words do.
 *
 * > Property Types of the Mortgage Loans
 *   Property Type Number of Mortgage Loans Aggregate Principal Balance
 *   Single Family Residence 345 $70,692,723.35
 *   Condominium 59 $12,514,999.49
 */
export function findUndivided(
  scan: ScannedLines,
  firstRow: number,
  floor: number,
  columns: number,
): number[] {
  const stack = findHeaderLines(scan, firstRow - 1, floor)
  const lowest = stack[stack.length - 1]
  if (lowest === undefined || stack.some(index => splitFragments(scan, index).length > 1)) return []
  const words = splitWords(scan, splitFragments(scan, lowest)).length
  return words === columns + 1 ? [] : stack
}
