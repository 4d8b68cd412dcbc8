import { describe, expect, it } from 'vitest'
import { sealCursor } from '../library/index.ts'
import { orderOfBin } from './bin-answer.ts'
import { compareTexts, pageOf } from './list-page.ts'

const order = { list: 'letters', keyOf: (entry: string) => entry, compare: compareTexts }
type Page = { page: string[]; next: string | null }
const read = (entries: string[], query: string, list = 'letters') =>
  pageOf(entries, { ...order, list }, new URLSearchParams(query))
const ask = (entries: string[], query: string) => read(entries, query) as Page

describe('pages of lists', () => {
  it('give all without a limit', () => {
    expect(ask(['a', 'b'], '')).toEqual({ page: ['a', 'b'], next: null })
  })
  it('follow each other to the end', () => {
    const first = ask(['a', 'b', 'c'], 'limit=2')
    expect(first.page).toEqual(['a', 'b'])
    expect(ask(['a', 'b', 'c'], `limit=2&cursor=${first.next}`)).toEqual({ page: ['c'], next: null })
  })
  it('lose and repeat nothing when entries come and go between them', () => {
    const next = ask(['a', 'b', 'd'], 'limit=2').next
    expect(ask(['a', 'c', 'd'], `limit=2&cursor=${next}`).page).toEqual(['c', 'd'])
  })
  it.each([
    'limit=0',
    'limit=501',
    'limit=x',
    `cursor=${'a'.repeat(601)}`,
    'cursor=',
    'cursor=xx',
    'cursor=null',
    `cursor=${sealCursor('a', 'letters?')}A`,
    `cursor=${sealCursor('a', 'letters?').slice(1)}`,
  ])('do not understand %s', query => {
    expect(read(['a'], query)).toEqual({ problem: expect.stringMatching(/^(limit|cursor)/) })
  })
  it('take a cursor of the same list under the same query alone', () => {
    const { next } = ask(['a', 'b', 'c'], 'shelf=x&by=month&limit=1')
    expect(ask(['a', 'b', 'c'], `by=month&limit=2&cursor=${next}&shelf=x&q=`).page).toEqual(['b', 'c'])
    const foreign = { problem: expect.stringMatching(/^cursor: the cursor is of no page of this list/) }
    for (const query of ['', 'by=month', 'shelf=y&by=month', 'shelf=x&by=month&q=z'])
      expect(read(['a', 'b', 'c'], `${query}&cursor=${next}`), query).toEqual(foreign)
    expect(read(['a', 'b', 'c'], `shelf=x&by=month&cursor=${next}`, 'digits')).toEqual(foreign)
  })
  it('of the bin go from the latest to the first, by slug where they are of one moment', () => {
    const bin = [
      { deletedAt: '2026-02-01', slug: 'b' },
      { deletedAt: '2026-02-01', slug: 'c' },
      { deletedAt: '2026-01-01', slug: 'a' },
    ].map(deal => ({ ...deal, name: '', filings: 1, bytes: 1, isWhole: true, erasedOn: '' }))
    const slugs = (query: string) => {
      const found = pageOf(bin, orderOfBin, new URLSearchParams(query))
      if ('problem' in found) throw new Error(found.problem)
      return { slugs: found.page.map(({ slug }) => slug), next: found.next }
    }
    const first = slugs('limit=1')
    expect(first.slugs).toEqual(['b'])
    expect(slugs(`cursor=${first.next}`).slugs).toEqual(['c', 'a'])
  })
})
