import type { Check, Stratification } from '../report.ts'

/** How the checks of one table came out; `stratification` is null for those of the filing as a whole. */
export type StripGroup = { stratification: string | null; outcomes: Check['outcome'][] }

/** Marks of the strip in its own units: `path` data for each outcome, and the box that holds them. */
export type StripLayout = { width: number; height: number; passes: string; fails: string }

const pitch = 5
const markWidth = 3
const groupGap = 10
const rowHeight = 18
const widestRow = 1200

/** Checks by table in the filing's order, those of the filing as a whole last. Tables without checks are left out. */
export function groupChecks(checks: Check[], stratifications: Pick<Stratification, 'id'>[]): StripGroup[] {
  const known = new Set(stratifications.map(({ id }) => id))
  const home = (check: Check) =>
    check.stratification !== null && known.has(check.stratification) ? check.stratification : null
  const byTable = Map.groupBy(checks, home)
  return [...stratifications.map(({ id }) => id), null]
    .map(id => ({ stratification: id, outcomes: (byTable.get(id) ?? []).map(({ outcome }) => outcome) }))
    .filter(group => group.outcomes.length > 0)
}

/**
 * One mark per check, groups apart, wrapped when a filing has more than a row holds. A pass is a short mark, a failure
 * stands the whole height and is wider, so that it is seen without colour and among a thousand.
 *
 * > ▮▮▮▮▮▮▮  ▮▮▮▮▮  ▮▮▮█▮▮▮▮
 */
export function layOutStrip(groups: StripGroup[], rowWidth = widestRow): StripLayout {
  const marks = { pass: '', fail: '' }
  let [x, row, width] = [0, 0, 0]
  for (const { outcomes } of groups) {
    if (x > 0 && x + outcomes.length * pitch > rowWidth) [x, row] = [0, row + 1]
    for (const outcome of outcomes) {
      if (x + pitch > rowWidth) [x, row] = [0, row + 1]
      marks[outcome] += drawMark(x, row * rowHeight, outcome)
      x += pitch
      width = Math.max(width, x)
    }
    x += groupGap
  }
  return { width, height: (row + 1) * rowHeight, passes: marks.pass, fails: marks.fail }
}

function drawMark(x: number, top: number, outcome: Check['outcome']): string {
  return outcome === 'pass'
    ? `M${x} ${top + 4}h${markWidth}v10h${-markWidth}z`
    : `M${x} ${top}h${markWidth + 1}v${rowHeight}h${-markWidth - 1}z`
}
