/**
 * Address of the page that holds a deal's printed tables against its loans; with `page`, of the call that gives the same as JSON.
 *
 * > /deals/alder-auto-receivables-trust-2024-a/tied
 */
export function tiedHref(slug: string, page = '/deals'): string {
  return `${page}/${slug}/tied`
}
