import type { Suggestions } from '@/lib/library/suggestions.ts'

/** One thing to choose: what it is, a line under it, and what stands at its end. */
export type Option = { says: string; under: string; aside: string; url: string }
/** Options of one kind under their title. */
export type Offered = { title: string; options: Option[] }

const kinds = { shelf: 'Shelf', trustee: 'Trustee', servicer: 'Master servicer' } as const
const mostPlaces = 3

/** What was found as groups of options, figures that are printed first; groups without any are left out. */
export function listSuggestions({ deals, names, printed, limits }: Suggestions): Offered[] {
  const places = printed.filings.flatMap(({ deal, places: own }) =>
    own.map(({ at, url, printed: figure, before }) => ({
      says: figure,
      under: `${deal.name}${before.trim() ? `: ${before.trim()}` : ''}`,
      aside: `line ${at.line}`,
      url,
    })),
  )
  const groups: Offered[] = [
    {
      title: printed.count === 1 ? 'Printed in one filing' : `Printed in ${printed.count} filings`,
      options: places.slice(0, mostPlaces),
    },
    {
      title: 'Deals',
      options: deals.map(({ name, url, signedOn, poolBalanceCents }) => ({
        says: name,
        under: '',
        aside: [signedOn?.slice(0, 4), poolBalanceCents === null ? null : inMillions(poolBalanceCents)]
          .filter(Boolean)
          .join(', '),
        url,
      })),
    },
    {
      title: 'Shelf and parties',
      options: names.map(({ kind, name, url, deals: count }) => ({
        says: name,
        under: kinds[kind],
        aside: countDeals(count),
        url,
      })),
    },
    {
      title: 'As a limit',
      options: limits.map(({ says, url, deals: count }) => ({
        says,
        under: '',
        aside: countDeals(count),
        url,
      })),
    },
  ]
  return groups.filter(({ options }) => options.length > 0)
}

const countDeals = (deals: number) => `${deals.toLocaleString('en-US')} ${deals === 1 ? 'deal' : 'deals'}`

const centsOfMillion = 1e8
const inMillions = (cents: number) => `$${Math.round(cents / centsOfMillion).toLocaleString('en-US')}\u00a0m`
