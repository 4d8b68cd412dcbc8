const TOTAL =
  /^(?:grand |sub-?|pool |aggregate |overall )?totals?\b(?! (?:debt|loan-to))|^(?:totals?|weighted averages?)\s*[/:]|^(?:weighted averages?|averages?)$/i

/**
 * Does the label name a total row? `Total`, `TOTAL POOL`, `Totals:`, `Total/Weighted Average`.
 */
export function isTotalLabel(label: string): boolean {
  const first = label.charCodeAt(0) | 32
  // Cheap: t, g, s, p, a, o and w are the only letters such labels begin with.
  if (
    first !== 116 &&
    first !== 103 &&
    first !== 115 &&
    first !== 112 &&
    first !== 97 &&
    first !== 111 &&
    first !== 119
  )
    return false
  return TOTAL.test(label)
}
