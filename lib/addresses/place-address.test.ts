import { describe, expect, it } from 'vitest'
import {
  callHref,
  filingHref,
  isInside,
  ledgerHref,
  listHref,
  printPlace,
  readPlace,
  rowsHref,
  sourceHref,
  tablesHref,
} from './place-address.ts'

describe('a place in an address', () => {
  it.each(['105:47-61', '98:17-116:79', '1:1-1'])('reads back %s', text => {
    const place = readPlace(text)
    expect(place && printPlace(place)).toBe(text)
  })
  it.each([
    '',
    'banana',
    '0:1-2',
    '5:0-2',
    '5:9-2',
    '5:1-4:2',
    '5:1',
    '5:1-2x',
    '-5:1-2',
    '5:1-2-3',
    '99999999999:1-2',
  ])('refuses %j', text => expect(readPlace(text)).toBeNull())
  it('refuses what is not there', () => expect([readPlace(null), readPlace(undefined)]).toEqual([null, null]))
})

describe('addresses', () => {
  const sha256 = 'f370d72d3decf93e'.padEnd(64, '0')
  it('leads to the line', () => {
    expect(sourceHref('a-trust', sha256, { line: 105, start: 47, end: 61 })).toBe(
      '/deals/a-trust/source?filing=f370d72d3dec&at=105:47-61#L105',
    )
  })
  it('keeps the place while other lines are read', () => {
    expect(sourceHref('a-trust', sha256, { line: 105, start: 47, end: 61 }, 1201)).toBe(
      '/deals/a-trust/source?filing=f370d72d3dec&at=105:47-61&from=1201#L1201',
    )
  })
  it('leads to the checks of a table', () => {
    expect(ledgerHref('a-trust', sha256, 'state')).toBe('/deals/a-trust/ledger/f370d72d3dec#state')
    expect(ledgerHref('a-trust')).toBe('/deals/a-trust/ledger')
  })
  it('names the parts of a large report but the first', () => {
    expect(ledgerHref('a-trust', sha256, 'state', 3)).toBe('/deals/a-trust/ledger/f370d72d3dec/3#state')
    expect(ledgerHref('a-trust', sha256, null, 1)).toBe('/deals/a-trust/ledger/f370d72d3dec')
    const home = filingHref({ slug: 'a-trust', chosen: sha256 }, sha256)
    expect([1, 2].map(part => tablesHref(home, part))).toEqual(['/deals/a-trust', '/deals/a-trust/tables/2'])
  })
  it('leads to the pages and files of another filing than the chosen one', () => {
    const deal = { slug: 'a-trust', chosen: '0'.repeat(64) }
    const home = filingHref(deal, sha256)
    expect(home).toBe('/deals/a-trust/filings/f370d72d3dec')
    expect(tablesHref(home, 1)).toBe(home)
    expect(tablesHref(home, 2)).toBe(`${home}/tables/2`)
    expect(rowsHref(home, 'state', 3)).toBe(`${home}/tables/state/3`)
    expect(listHref(home, 'issues')).toBe(`${home}/lists/issues`)
    expect(callHref(deal, sha256, '.xlsx')).toBe('/api/deals/a-trust.xlsx?filing=f370d72d3dec')
    expect(callHref(deal, deal.chosen, '.xlsx')).toBe('/api/deals/a-trust.xlsx')
  })
})

describe('one place inside another', () => {
  const block = { line: 10, start: 5, end: 20, lastLine: 12 }
  it.each([
    [{ line: 10, start: 5, end: 9 }, true],
    [{ line: 11, start: 1, end: 90 }, true],
    [{ line: 12, start: 1, end: 20 }, true],
    [{ line: 10, start: 4, end: 9 }, false],
    [{ line: 12, start: 1, end: 21 }, false],
    [{ line: 9, start: 6, end: 9 }, false],
    [{ line: 13, start: 1, end: 2 }, false],
  ])('%j: %s', (place, inside) => expect(isInside(place, block)).toBe(inside))
})
