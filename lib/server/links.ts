/** Where an answer leads: `rel` as registered (RFC 8288), `href` on this site. */
export type WebLink = {
  rel: 'canonical' | 'alternate' | 'next' | 'prev' | 'describedby' | 'service-desc'
  href: string
  type?: string
}

/** An answer whose header Link leads to these too, by their paths. */
export function withLinks(answer: Response, links: readonly (WebLink | null)[]): Response {
  const text = linkHeader(links)
  if (text !== '') answer.headers.append('Link', text)
  return answer
}

/** > </deals/a-trust-2002-1>; rel="canonical", … */
export function linkHeader(links: readonly (WebLink | null)[]): string {
  return links
    .flatMap(link => {
      if (link === null) return []
      const type = link.type ? `; type="${link.type}"` : ''
      return `<${link.href.replace(/[^\x21-\x7e]/g, encodeURIComponent)}>; rel="${link.rel}"${type}`
    })
    .join(', ')
}

/** The address of the page of a list that follows, by its cursor; null at the end. */
export function nextLink(request: Request, next: string | null): WebLink | null {
  return next === null ? null : { rel: 'next', href: changedQuery(request, 'cursor', next) }
}

/** The address that was asked for with another value of a parameter. */
export function changedQuery(request: Request, name: string, value: string): string {
  const { pathname, searchParams } = new URL(request.url)
  const query = new URLSearchParams(searchParams)
  query.set(name, value)
  return `${pathname}?${query}`
}
