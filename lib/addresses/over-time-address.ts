/**
 * Address of the page that shows a deal's loans month by month; with `page`, of the call that gives the same as JSON.
 *
 * > /deals/alder-auto-receivables-trust-2024-a/over-time
 */
export function overTimeHref(slug: string, page = '/deals'): string {
  return `${page}/${slug}/over-time`
}
