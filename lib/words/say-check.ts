import { type DescribedCheck, findCheckRule, type Viewpoint } from '../checks/index.ts'
import type { Check, FilingReport } from '../report.ts'
import { formatCheck } from './check-figures.ts'
import { describeCheck, sayWording } from './name-check.ts'

/**
 * What a check says about a figure, in half a sentence that follows its tick or cross:
 *
 * > 50.35% printed beside it; 113,346,210.62 ÷ 225,112,214.21 is 50.351%
 * > counted in the column total at line 116
 */
export function sayCheck(report: FilingReport, check: Check, from: Viewpoint): string {
  const described = { ...describeCheck(report, check), check, figures: formatCheck(report, check), from }
  return (findCheckRule(check.code)?.sentence ?? sayPlainly)(described)
}

function sayPlainly({ check, figures }: DescribedCheck): string {
  return `${sayWording(check.code)}: printed ${figures.printed}, found ${figures.found}, allowed ${figures.allowed}`
}
