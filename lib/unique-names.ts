/**
 * Names that are URL-safe and unique among those that one such function has given.
 *
 * > original-ltv   loan-group-1--original-ltv   mortgage-rate-2
 */
export function uniqueNames(): (name: string, loanGroup: string | null) => string {
  const used = new Map<string, number>()
  return (name, loanGroup) => {
    const group = loanGroup === null ? '' : slugOf(loanGroup)
    const stem = group === '' ? name : `${group}--${name}`
    const times = (used.get(stem) ?? 0) + 1
    used.set(stem, times)
    return times === 1 ? stem : `${stem}-${times}`
  }
}

/** Lower-case letters and digits, joined by single hyphens. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
