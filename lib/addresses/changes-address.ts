const prefixLength = 12

/**
 * Address of the page that tells what changed between two filings of a deal, by their SHA-256; with `page`, of the call that
 * gives the same as JSON.
 *
 * > /deals/harbor-point-trust-2001-4/changes?from=0c1d2e3f4a5b&to=9a8b7c6d5e4f
 */
export function changesHref(slug: string, from: string, to: string, page = '/deals'): string {
  return `${page}/${slug}/changes?from=${from.slice(0, prefixLength)}&to=${to.slice(0, prefixLength)}`
}
