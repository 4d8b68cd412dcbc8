/** A pool that is compared, as an address names it: a deal, and one of its loan groups as `groupSlug` has it. */
export type PoolRef = { slug: string; group: string | null }

/**
 * > harbor-point-trust-2001-4    harbor-point-trust-2001-4~loan-group-1
 */
export function printPoolRef({ slug, group }: PoolRef): string {
  return group === null ? slug : `${slug}~${group}`
}

/** Pools as an address has them: with commas between, or a parameter each, as the ticked rows of a form come; each once. */
export function readPoolRefs(given: readonly string[]): PoolRef[] {
  const refs = given.flatMap(list => list.split(',')).map(ref => ref.trim())
  return [...new Set(refs)].flatMap(ref => {
    const [slug = '', group = ''] = ref.split('~')
    return slug === '' ? [] : [{ slug, group: group === '' ? null : group }]
  })
}

/** What a comparison is of, as its address carries it; deals and base are printed `PoolRef`s. */
export type CompareAddress = {
  deals: readonly string[]
  dimension?: string | undefined
  measure?: string | undefined
  edges?: string | undefined
  rows?: string | undefined
  base?: string | undefined
}

/**
 * Address of the page that lines deals up, or of the call that gives the same as JSON.
 *
 * > /compare?deals=harbor-point-trust-2001-4,tidewater-trust-2004-3&dimension=original-ltv
 */
export function compareHref({ deals, ...others }: CompareAddress, page = '/compare'): string {
  const query = Object.entries(others).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`&${name}=${encodeURIComponent(value)}`],
  )
  return `${page}?deals=${deals.map(encodeURIComponent).join(',')}${query.join('')}`
}
