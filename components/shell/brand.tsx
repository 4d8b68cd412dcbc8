/** The mark: layers of unequal length, as strata and as the bars of a stratification. */
export function BrandMark() {
  return (
    <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true" className="shrink-0">
      <path fill="currentColor" d="M0 0h20v4H0z" />
      <path fill="var(--data)" d="M0 6h13v4H0z" />
      <path fill="var(--ink-3)" d="M0 12h7v4H0z" />
    </svg>
  )
}
