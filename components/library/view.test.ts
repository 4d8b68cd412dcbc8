import { expect, test } from 'vitest'
import { hrefOf, isNarrowed, nextSort, readView, sortedBy } from './view.ts'

test('reads a view from an address, the first value of a repeated part', () => {
  expect(readView({ q: ' trust ', sort: '-balance', year: ['2002-2003', '1999'] })).toEqual({
    q: 'trust',
    sort: '-balance',
    year: '2002-2003',
  })
})

test('leaves out what cannot be read', () => {
  expect(readView({ sort: 'colour', year: 'last', only: 'all', q: '', other: 'x' })).toEqual({})
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
