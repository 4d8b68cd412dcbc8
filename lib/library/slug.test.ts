import { describe, expect, it } from 'vitest'
import { slugify, slugsFor } from './slug.ts'

const first = (slugs: Generator<string>, count: number) =>
  Array.from({ length: count }, () => slugs.next().value)
const sha256 = '0123456789abcdef'.repeat(4)

describe('slugify', () => {
  it.each([
    ['Cobble Hill Loan Trust 2002-9', 'cobble-hill-loan-trust-2002-9'],
    ['  Crédit Foncier’s Trust, No. 4 ', 'credit-fonciers-trust-no-4'],
    ['A & B / C', 'a-b-c'],
    ['!!!', ''],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['word '.repeat(40), 'word-word-word-word-word-word-word-word-word-word-word-word-word-word-word-word'],
  ])('makes %j into %j', (text, slug) => expect(slugify(text)).toBe(slug))

  it('cuts one endless word too', () => expect(slugify('x'.repeat(500)).length).toBe(80))
})

describe('slugsFor', () => {
  it('names a deal for its trust, then says more, then counts', () => {
    const identity = { trust: 'Fernhill Trust 2003-2', series: '2003-B', depositor: 'Fernhill Acceptance' }
    expect(first(slugsFor(identity, sha256), 5)).toEqual([
      'fernhill-trust-2003-2',
      'fernhill-trust-2003-2-2003-b',
      'fernhill-trust-2003-2-fernhill-acceptance',
      'fernhill-trust-2003-2-2',
      'fernhill-trust-2003-2-3',
    ])
  })

  it('adds the series to a trust without a number', () =>
    expect(
      first(slugsFor({ trust: 'Larkfield Trust', series: '2004-B', depositor: null }, sha256), 1),
    ).toEqual(['larkfield-trust-2004-b']))

  it('names a deal without a trust for its depositor and series', () =>
    expect(
      first(slugsFor({ trust: null, series: '1999-2', depositor: 'Pemberley, Inc.' }, sha256), 1),
    ).toEqual(['pemberley-inc-1999-2']))

  it('names a deal that is not told for its bytes', () =>
    expect(first(slugsFor({ trust: null, series: null, depositor: 'Pemberley' }, sha256), 2)).toEqual([
      'filing-01234567',
      'filing-012345678',
    ]))

  it('names a trust without a Latin letter for its bytes', () =>
    expect(first(slugsFor({ trust: '信託', series: null, depositor: null }, sha256), 1)).toEqual([
      'filing-01234567',
    ]))
})
