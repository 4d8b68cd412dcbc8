import { oncePer } from '../../once-per.ts'

/** Rows that gather the rest, or the loans of which the thing is not known: any dimension has them. */
const RESIDUAL =
  /^(?:all |any )?others?\b|^remaining\b|^balance of\b|^none$|^n\/?a$|^(?:not (?:available|applicable|known|reported|stated|rated|scored)|unknown|missing|unavailable|unspecified)\b|^no (?:score|fico|data)\b/i

/** Could the row stand in any table, for it gathers the rest? */
export const isResidual = (label: string) => label === '' || RESIDUAL.test(label)

/** So many rows tell what a table is split by. */
const ENOUGH = 60

/** The labels that tell what a table is split by: a residual row could stand in any. */
export const namedLabels = oncePer((labels: readonly string[]): readonly string[] => {
  const named: string[] = []
  for (const label of labels) {
    if (named.length === ENOUGH) break
    if (!isResidual(label)) named.push(label)
  }
  return named
})
