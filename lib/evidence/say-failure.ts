import type { Check, FilingReport, Place, Stratification } from '../report.ts'
import { formatCheckWithUnits } from './check-figures.ts'
import { nameCheck, sayWording } from './name-check.ts'

/** A failing check in words and figures, the same wherever it is shown. `at` is where a figure is printed. */
export type SaidFailure = {
  /** What it is about: `Balance, 11 rows`. */
  subject: string
  /** `Expected: the rows of the column add up to the printed total.` */
  expectation: string
  figures: { term: string; said: string; at: Place | null }[]
}

/**
 * What a failing check has to say: what it is about and expects, and what is printed, what was found, how far apart the
 * two are and how far they may be, each with its unit.
 */
export function sayFailure(report: FilingReport, check: Check, table: Stratification | null): SaidFailure {
  const { printed, found, difference, allowed } = formatCheckWithUnits(report, check)
  const wording = sayWording(check.code)
  const isSum = check.code === 'column-adds-up-to-total'
  return {
    subject: nameCheck(check, table),
    expectation: `Expected: ${wording.charAt(0).toLowerCase()}${wording.slice(1)}.`,
    figures: [
      { term: 'Printed', said: printed, at: check.at },
      { term: isSum ? 'Sum of the rows' : 'Found', said: found, at: null },
      { term: 'Difference', said: difference, at: null },
      { term: 'Allowed', said: allowed, at: null },
    ],
  }
}
