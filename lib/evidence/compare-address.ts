/** What a comparison is of, as its address carries it. */
export type CompareAddress = {
  deals: readonly string[]
  dimension?: string | undefined
  measure?: string | undefined
  edges?: string | undefined
  base?: string | undefined
}

/**
 * Address of the page that lines deals up.
 *
 * > /compare?deals=harbor-point-trust-2001-4,tidewater-trust-2004-3&dimension=original-ltv
 */
export function compareHref({ deals, ...others }: CompareAddress): string {
  const query = Object.entries(others).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`&${name}=${encodeURIComponent(value)}`],
  )
  return `/compare?deals=${deals.map(encodeURIComponent).join(',')}${query.join('')}`
}
