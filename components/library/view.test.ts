import { expect, test } from 'vitest'
import { filtersWithout, hrefOf, isNarrowed, nextSort, readView, sortedBy } from './view.ts'

test('reads a view from an address, and says of a part with two values that it is not understood', () => {
  const { view, problems } = readView({ q: ' trust ', sort: '-balance', year: ['2002-2003', '1999'] })
  expect(view).toEqual({ q: 'trust', sort: '-balance' })
  expect(problems.map(({ parameter }) => parameter)).toEqual(['year'])
  expect(readView({ year: ['2002', '2002'] }).view).toEqual({ year: '2002' })
})

test('leaves out what cannot be read', () => {
  expect(readView({ sort: 'colour', year: 'last', only: 'all', q: '', other: 'x' }).view).toEqual({})
})

test('keeps the rest of the view when one part changes, and starts at the first page', () => {
  expect(hrefOf({ q: 'a b', cursor: 'x' }, { sort: '-balance' })).toBe('/?q=a%20b&sort=-balance')
  expect(hrefOf({ q: 'a' }, { cursor: 'n+1' })).toBe('/?q=a&cursor=n%2B1')
  expect(hrefOf({ q: 'a' }, { q: undefined })).toBe('/')
})

test('tells whether deals are left out', () => {
  expect(isNarrowed({ sort: 'name' })).toBe(false)
  expect(isNarrowed({ only: 'failing' })).toBe(true)
})

test('sorts a column in its natural order first and turns it round the next time', () => {
  expect(nextSort({}, '-balance')).toBe('-balance')
  expect(nextSort({ sort: '-balance' }, '-balance')).toBe('balance')
  expect(nextSort({ sort: 'balance' }, '-balance')).toBe('-balance')
  expect(nextSort({ sort: 'name' }, 'name')).toBe('-name')
})

test('says which way a column is sorted', () => {
  expect(sortedBy({ sort: '-wac' }, 'wac')).toBe('descending')
  expect(sortedBy({ sort: 'wac' }, 'wac')).toBe('ascending')
  expect(sortedBy({ sort: 'wac' }, 'wam')).toBeUndefined()
})

test('keeps figures in the address, and takes those of its own forms', () => {
  const { view } = readView({ 'state.CA__gt': '50', has: 'dti', match: ['certain', 'unknown'] })
  expect(hrefOf(view, {})).toBe('/?match=certain,unknown&state.CA__gt=50&has=dti')
  expect(hrefOf(view, { filters: filtersWithout(view, 'state.CA') })).toBe('/?match=certain,unknown&has=dti')
  expect(isNarrowed(view)).toBe(true)
  const built = readView({ figure: 'balance', is: 'gte', value: '225m' }).view
  expect(hrefOf(built, {})).toBe('/?balance__gte=225m')
  expect(hrefOf(readView({ figure: 'dti', is: 'has', value: '' }).view, {})).toBe('/?has=dti')
})

test('says what of an address is not understood', () => {
  expect(readView({ waltv__gte: 'much', sort: 'colour' }).problems).toMatchObject([
    { parameter: 'waltv__gte' },
    { parameter: 'sort' },
  ])
})
