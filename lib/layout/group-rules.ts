/** Where an address without scripts leads to see one group: an empty element that the rules below look for. */
export function groupTarget(slug: string): string {
  return `group-${slug}`
}

/**
 * Style that shows one loan group's tables and hides the others', for every group of a page, where no script runs: the
 * group is the target of the address (`#group-loan-group-1`). With scripts `public/first.js` makes the like for the one
 * group that is chosen. Paper has room for all groups.
 */
export function groupRules(slugs: readonly string[]): string {
  const rules = slugs.map(slug => {
    const shown = `html:has(#${groupTarget(slug)}:target)`
    return [
      `${shown} .deal [data-group]:not([data-group="${slug}"]){display:none}`,
      `${shown} .group-table [data-row="${slug}"]{--chosen:1}`,
      `${shown} .groups a[data-show]{--chosen:0}`,
      `${shown} .groups a[data-show="${slug}"]{--chosen:1}`,
    ].join('')
  })
  return `@media screen{${rules.join('')}}`
}

/** True for the text that `groupRules` gives for some groups, and for no other. */
export function isGroupRules(text: string): boolean {
  const slugs = [...text.matchAll(/html:has\(#group-([a-z0-9-]+):target\) \.group-table/g)]
  return text === groupRules(slugs.map(([, slug = '']) => slug))
}
