import { describe, expect, it } from 'vitest'
import { sealCursor } from '../library/index.ts'
import { orderOfBin } from './bin-answer.ts'
import { compareTexts, pageOf } from './list-page.ts'

const order = { keyOf: (entry: string) => entry, compare: compareTexts }
const ask = (entries: string[], query: string) => pageOf(entries, order, new URLSearchParams(query))

describe('pages of lists', () => {
  it('give all without a limit', () => {
    expect(ask(['a', 'b'], '')).toEqual({ page: ['a', 'b'], next: null })
  })
  it('follow each other to the end', () => {
    const first = ask(['a', 'b', 'c'], 'limit=2')
    expect(first?.page).toEqual(['a', 'b'])
    expect(ask(['a', 'b', 'c'], `limit=2&cursor=${first?.next}`)).toEqual({ page: ['c'], next: null })
  })
  it('lose and repeat nothing when entries come and go between them', () => {
    const next = ask(['a', 'b', 'd'], 'limit=2')?.next
    expect(ask(['a', 'c', 'd'], `limit=2&cursor=${next}`)?.page).toEqual(['c', 'd'])
  })
  it.each([
    'limit=0',
    'limit=501',
    'limit=x',
    `cursor=${'a'.repeat(601)}`,
    'cursor=',
    'cursor=xx',
    'cursor=null',
    `cursor=${sealCursor('a')}A`,
    `cursor=${sealCursor('a').slice(1)}`,
  ])('do not understand %s', query => {
    expect(ask(['a'], query)).toBeNull()
  })
  it('of the bin go from the latest to the first, by slug where they are of one moment', () => {
    const bin = [
      { deletedAt: '2026-02-01', slug: 'b' },
      { deletedAt: '2026-02-01', slug: 'c' },
      { deletedAt: '2026-01-01', slug: 'a' },
    ].map(deal => ({ ...deal, name: '', filings: 1, bytes: 1, isWhole: true, erasedOn: '' }))
    const slugs = (query: string) => {
      const found = pageOf(bin, orderOfBin, new URLSearchParams(query))
      return { slugs: found?.page.map(({ slug }) => slug), next: found?.next }
    }
    const first = slugs('limit=1')
    expect(first.slugs).toEqual(['b'])
    expect(slugs(`cursor=${first.next}`).slugs).toEqual(['c', 'a'])
  })
})
