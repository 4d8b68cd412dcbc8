import type { Range, Unit } from '../report.ts'
import { readBound } from './bound.ts'

/**
 * The range of a label that is one number, or two with `to` or a dash between; null for all others, range or not.
 *
 * > 6.125      70.01 to 75.00      $150,001 - $200,000      50.01% - 55.00%
 *
 * Nearly all labels of ranges are such, and these are read in one walk. What it reads, `readRange` reads the same way.
 */
export function readPlainRange(label: string, unit: Unit): Range | null {
  const lowEnd = endOfNumber(label, 0)
  const low = readNumber(label, 0, lowEnd, unit)
  if (low === null) return null
  let at = endOfBound(label, lowEnd)
  if (at === label.length) return { low, high: low, lowIncluded: true, highIncluded: true }
  at = endOfJoint(label, at)
  const highEnd = at < 0 ? -1 : endOfNumber(label, at)
  const high = readNumber(label, at, highEnd, unit)
  if (high === null || high < low || endOfBound(label, highEnd) !== label.length) return null
  return { low, high, lowIncluded: true, highIncluded: true }
}

/** Where the number that begins at `at`, maybe with a `$`, ends; -1 where none does. */
function endOfNumber(label: string, at: number): number {
  let to = skipDollar(label, at)
  if (!isDigit(label.charCodeAt(to))) return -1
  while (isDigit(label.charCodeAt(to)) || label.charCodeAt(to) === 44) to++
  if (label.charCodeAt(to) !== 46 || !isDigit(label.charCodeAt(to + 1))) return to
  for (to++; isDigit(label.charCodeAt(to)); ) to++
  return to
}

function readNumber(label: string, at: number, end: number, unit: Unit): number | null {
  if (end < 0) return null
  const percent = label.charCodeAt(skipBlanks(label, end)) === 37
  return readBound(label.slice(skipDollar(label, at), end), unit, percent)
}

/** Past the `%` and blanks behind a number. */
function endOfBound(label: string, at: number): number {
  const to = skipBlanks(label, at)
  return label.charCodeAt(to) === 37 ? skipBlanks(label, to + 1) : to
}

/** Past `to` with its blank, or one dash; -1 where neither stands. */
function endOfJoint(label: string, at: number): number {
  const code = label.charCodeAt(at)
  if (code === 45 || code === 0x2013 || code === 0x2014) return skipBlanks(label, at + 1)
  return label.startsWith('to ', at) ? skipBlanks(label, at + 3) : -1
}

function skipDollar(label: string, at: number): number {
  return label.charCodeAt(at) === 36 ? skipBlanks(label, at + 1) : at
}

function skipBlanks(label: string, at: number): number {
  let to = at
  while (label.charCodeAt(to) === 32) to++
  return to
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
