import { expect, it } from 'vitest'
import { listSuggestions } from './list-suggestions.ts'

const nothing = {
  deals: [],
  names: [],
  printed: { figure: null, count: 0, next: null, filings: [] },
  limits: [],
}

it('offers nothing where nothing was found', () => expect(listSuggestions(nothing)).toEqual([]))

it('offers printed figures before deals, names and limits, each with where it leads', () => {
  const at = { line: 105, start: 1, end: 9 }
  const place = { at, url: '/deals/a/source#L105', printed: '83,422,786.30', before: 'Total', after: '' }
  const groups = listSuggestions({
    deals: [
      {
        name: 'Harbor Point 2001-4',
        url: '/deals/a',
        signedOn: '2001-05-11',
        poolBalanceCents: 8_342_278_630,
      },
    ],
    names: [{ kind: 'shelf', name: 'Harbor Point', url: '/?shelf=Harbor+Point', deals: 1 }],
    printed: {
      figure: '83422786.30',
      count: 1,
      next: null,
      filings: [
        { deal: { slug: 'a', url: '/deals/a', name: 'Harbor Point 2001-4' }, sha256: 'f', places: [place] },
      ],
    },
    limits: [{ says: 'Pool balance over $83,422,786.30', url: '/?balance__gt=83422786.3', deals: 12 }],
  })
  expect(groups.map(({ title, options }) => [title, options[0]?.says, options[0]?.aside])).toEqual([
    ['Printed in one filing', '83,422,786.30', 'line 105'],
    ['Deals', 'Harbor Point 2001-4', '2001, $83\u00a0m'],
    ['Shelf and parties', 'Harbor Point', '1 deal'],
    ['As a limit', 'Pool balance over $83,422,786.30', '12 deals'],
  ])
})
