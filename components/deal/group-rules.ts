import type { TableGroup } from '@/lib/evidence/loan-groups.ts'

/** Where an address without scripts leads to see one group: an empty element that the rules below look for. */
export function groupTarget(slug: string): string {
  return `group-${slug}`
}

/**
 * Style that shows one loan group's tables and hides the others', for every group of a page.
 *
 * The group stands as `data-group` on the root element, where `public/first.js` puts it before the first paint. Without
 * scripts it is the target of the address (`#group-loan-group-1`). Paper has room for all groups.
 */
export function groupRules(groups: TableGroup[]): string {
  const rules = groups.map(({ slug }) => {
    const shown = `:is(html[data-group="${slug}"],html:not([data-group]):has(#${groupTarget(slug)}:target))`
    return [
      `${shown} .deal [data-group]:not([data-group="${slug}"]){display:none}`,
      `${shown} .deal .pool[data-group="${slug}"]{display:block}`,
      `${shown} .groups a[data-show]{--chosen:0}`,
      `${shown} .groups a[data-show="${slug}"]{--chosen:1}`,
    ].join('')
  })
  return `@media screen{${rules.join('')}}`
}
