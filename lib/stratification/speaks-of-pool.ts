/** What documents on securitised pools call them, on the cover and in the prose. */
const SECURITISED =
  /\b(?:pass-? ?through certificates?|asset[- ]backed|mortgage pools?|pool of (?:mortgage |home )?loans|pooling and servicing|receivables|cut-? ?off date|(?:mortgage|home equity|collateralized) loans?|loan groups?|issuing entity|trust fund|contracts|leases)\b/i

/** Tells, once asked, whether any line of the filing speaks of a pool of loans. */
export function speaksOfPool(lines: readonly string[]): () => boolean {
  let known: boolean | undefined
  return () => {
    known ??= lines.length === 0 || lines.some(line => SECURITISED.test(line))
    return known
  }
}
