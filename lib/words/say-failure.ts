import { findCheckRule } from '../checks/index.ts'
import type { Check, FilingReport, Place } from '../report.ts'
import { formatCheckWithUnits } from './check-figures.ts'
import { describeCheck, nameCheck, sayWording } from './name-check.ts'

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
export function sayFailure(report: FilingReport, check: Check): SaidFailure {
  const { printed, found, difference, allowed } = formatCheckWithUnits(report, check)
  const wording = sayWording(check.code)
  const terms = findCheckRule(check.code)?.terms?.(describeCheck(report, check))
  return {
    subject: nameCheck(report, check),
    expectation: `Expected: ${wording.charAt(0).toLowerCase()}${wording.slice(1)}.`,
    figures: [
      { term: terms?.printed ?? 'Printed', said: printed, at: check.at },
      { term: terms?.found ?? 'Found', said: found, at: null },
      { term: 'Difference', said: difference, at: null },
      { term: 'Allowed', said: allowed, at: null },
    ],
  }
}
