import { printPoolRef, readPoolRefs } from '../addresses/compare-address.ts'

/** What is asked for, as far as a link can open it: a deal by its slug, or the query of a comparison or of a search. */
export type Thing =
  | { deal: string }
  | { comparison: Iterable<readonly [string, string]> }
  | { search: Iterable<readonly [string, string]> }

const anySite = 'http://localhost'

/**
 * What an address leads to that can be shared: null for any other address. A page of a deal stands for the deal.
 *
 * > /deals/harbor-point-trust-2001-4/ledger    the deal
 * > /compare?deals=a,b&dimension=state         these two deals, in any dimension
 * > /?q=trust&state.CA__gt=50                  what this search finds, in any order
 */
export function readThing(address: string): Thing | null {
  if (!address.startsWith('/') || !URL.canParse(address, anySite)) return null
  const { origin, pathname, searchParams } = new URL(address, anySite)
  if (origin !== anySite) return null
  const [, slug] = /^\/deals\/([a-z0-9-]+)(?:\/|$)/.exec(pathname) ?? []
  if (slug !== undefined) return { deal: slug }
  if (pathname === '/compare' && refsOf(searchParams).size > 0) return { comparison: searchParams }
  return pathname === '/' ? { search: searchParams } : null
}

/** True if a link with this address opens the thing. A comparison also opens one of fewer of its deals. */
export function opensThing(address: string, thing: Thing): boolean {
  const opened = readThing(address)
  if (opened === null) return false
  if ('deal' in opened) return 'deal' in thing && thing.deal === opened.deal
  if ('comparison' in opened) {
    if (!('comparison' in thing) || has(thing.comparison, 'add')) return false
    const asked = refsOf(thing.comparison)
    const own = refsOf(opened.comparison)
    return asked.size > 0 && [...asked].every(ref => own.has(ref))
  }
  return 'search' in thing && narrowingOf(thing.search) === narrowingOf(opened.search)
}

function refsOf(query: Iterable<readonly [string, string]>): Set<string> {
  const given = [...query].flatMap(([name, value]) => (name === 'deals' ? [value] : []))
  return new Set(readPoolRefs(given).map(printPoolRef))
}

function has(query: Iterable<readonly [string, string]>, name: string): boolean {
  return [...query].some(([one, value]) => one === name && value.trim() !== '')
}

/** Parameters of a search that leave no deal out and bring none in. */
const ofTheView = ['sort', 'cursor', 'limit', 'columns']

/** What a search is narrowed by, whichever way round. */
function narrowingOf(query: Iterable<readonly [string, string]>): string {
  return JSON.stringify(
    [...query]
      .filter(([name, value]) => !ofTheView.includes(name) && value.trim() !== '')
      .map(([name, value]) => `${name}=${value.trim()}`)
      .sort(),
  )
}
