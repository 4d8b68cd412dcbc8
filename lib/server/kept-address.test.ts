import { expect, it } from 'vitest'
import { readKeptAddress } from './kept-address.ts'

const slug = 'cobble-hill-2002-9'

it.each([
  [`/deals/${slug}`],
  [`/deals/${slug}/ledger`],
  [`/deals/${slug}/ledger/0123abcd`],
  [`/deals/${slug}/ledger/0123abcd/2`],
  [`/deals/${slug}/groups`],
  [`/deals/${slug}/groups/0123abcd/2`],
  [`/deals/${slug}/ledger/0123abcd/mortgage-rate-2/7`],
  [`/deals/${slug}/tables/2`],
  [`/deals/${slug}/tables/loan-group-1--state`],
  [`/deals/${slug}/tables/other-table-3/12`],
  [`/deals/${slug}/lists/issues`],
  [`/deals/${slug}/lists/notes/state/2`],
  [`/deals/${slug}/opengraph-image`],
  [`/deals/${slug}/over-time`],
  [`/deals/${slug}/tied`],
  [`/deals/${slug}/filings/0123abcd4567`],
  [`/deals/${slug}/filings/0123abcd4567/tables/2`],
  [`/deals/${slug}/filings/0123abcd4567/lists/notes/state/2`],
])('%s is a page that is kept, whatever the view', path => {
  expect(readKeptAddress(path)).toEqual({ path, slug })
  expect(readKeptAddress(`${path}?group=a&measure=b?c`)).toEqual({ path, slug })
})

it.each([
  ['/'],
  [`/deals/${slug}/`],
  [`/deals/${slug}/source`],
  [`/deals/${slug}/source?at=1:2-3`],
  [`/deals/${slug}/tables/02`],
  [`/deals/${slug}/ledger/xyz`],
  [`/deals/${slug}/groups/0123abcd/state`],
  [`/deals/${slug}/filings`],
  [`/deals/${slug}/filings/xyz`],
  [`/deals/${slug}/filings/0123abcd4567/ledger`],
  [`/deals/${slug}/tables/state/02`],
  [`/deals/${slug}/tables/state/2/3`],
  [`/deals/${slug}/lists/../ledger`],
  ['/deals/..'],
  ['/deals/../ledger'],
  ['/deals/%63obble-hill-2002-9'],
  ['/deals/Cobble-Hill-2002-9'],
  [`/_next/../deals/${slug}`],
  [`//deals/${slug}`],
  [`/api/deals/${slug}`],
])('%s is none', url => expect(readKeptAddress(url)).toBeNull())
