import { describe, expect, it } from 'vitest'
import { type DealIdentity, identityKeys, isSameDeal, isTold, shelfOf } from './deal-identity.ts'

const deal = (trust: string | null, series: string | null, depositor: string | null): DealIdentity => ({
  trust,
  series,
  depositor,
})
const same = (one: DealIdentity, other: DealIdentity) => isSameDeal(identityKeys(one), identityKeys(other))

describe('isSameDeal', () => {
  it.each([
    [
      'two printings of one trust',
      deal('Kestrel Trust 2004-HE1', null, 'KESTREL, INC.'),
      deal('KESTREL TRUST 2004-HE1', '2004-1', 'Kestrel Inc'),
    ],
    [
      'a series with and without its word',
      deal('Kestrel Trust', 'Series 2004-1', null),
      deal('Kestrel Trust', '2004-1', null),
    ],
    [
      'a depositor’s series with and without the trust',
      deal('Kestrel Trust', '2004-1', 'Kestrel'),
      deal(null, '2004-1', 'Kestrel'),
    ],
  ])('joins %s', (_, one, other) => {
    expect(same(one, other)).toBe(true)
    expect(same(other, one)).toBe(true)
  })

  it.each([
    ['two series of one trust', deal('Kestrel Trust', '2004-1', null), deal('Kestrel Trust', '2004-2', null)],
    [
      'one trust name of two depositors',
      deal('Trust 2004-1', null, 'Kestrel'),
      deal('Trust 2004-1', null, 'Harrow'),
    ],
    ['two filings that tell nothing', deal(null, null, null), deal(null, null, null)],
    ['two filings of one depositor', deal(null, null, 'Kestrel'), deal(null, null, 'Kestrel')],
    ['two filings of one series number', deal(null, '2004-1', null), deal(null, '2004-1', null)],
  ])('keeps apart %s', (_, one, other) => {
    expect(same(one, other)).toBe(false)
    expect(same(other, one)).toBe(false)
  })
})

describe('isTold', () => {
  it.each([
    [deal('Kestrel Trust', null, null), true],
    [deal(null, '2004-1', 'Kestrel'), true],
    [deal(null, '2004-1', null), false],
    [deal(null, null, 'Kestrel'), false],
    [deal('---', null, null), false],
  ])('says of %j: %s', (identity, told) => expect(isTold(identityKeys(identity))).toBe(told))
})

describe('shelfOf', () => {
  it.each([
    ['Cobble Hill Loan Trust 2003-8T1', 'Cobble Hill Loan Trust'],
    ['Sable Ridge Trust 2005-AR2', 'Sable Ridge Trust'],
    ['Fernhill Loan Trust, Series 2003-2', 'Fernhill Loan Trust'],
    ['Kestrel Trust HE1', 'Kestrel Trust'],
    ['Tidewater Jumbo Trust', 'Tidewater Jumbo Trust'],
    ['Marrow Trust No. 12 Series A-1', 'Marrow Trust'],
    ['2004-1', 'Depositor'],
  ])('of %j is %j', (trust, shelf) => expect(shelfOf(deal(trust, null, 'Depositor'))).toBe(shelf))

  it('is the depositor where no trust is known', () =>
    expect(shelfOf(deal(null, '2004-1', 'Kestrel Funding'))).toBe('Kestrel Funding'))
})
