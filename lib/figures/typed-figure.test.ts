import { expect, it } from 'vitest'
import { parameterOf, typedValue } from './figure-filter.ts'
import { readTypedFigures } from './typed-figure.ts'

const meanings = (typed: string) =>
  readTypedFigures(typed).map(filter => `${parameterOf(filter)}=${typedValue(filter)}`)

it('reads figures that are typed in words', () => {
  expect(meanings('CA share over 50')).toEqual(['state.CA__gt=50'])
  expect(meanings('California over 50%')).toEqual(['state.CA__gt=50%'])
  expect(meanings('share in california is at least 50')).toEqual(['state.CA__gte=50'])
  expect(meanings('LTV above 80 between 10 and 20%')[0]).toBe('original-ltv.above.80__between=10;20')
  expect(meanings('original ltv above 80% over 10%')).toEqual(['original-ltv.above.80__gt=10%'])
  expect(meanings('fico below 620 under 5')).toEqual(['credit-score.below.620__lt=5'])
  expect(meanings('WAC < 6.5')).toEqual(['wac__lt=6.5', 'net-wac__lt=6.5'])
  expect(meanings('waltv >= 70')).toEqual(['waltv__gte=70'])
  expect(meanings('pool balance between 100m and 200m')).toEqual(['balance__between=100m;200m'])
  expect(meanings('cash-out over 40')).toEqual(['purpose.cash-out__gt=40'])
  expect(meanings('cash out refinance 40 to 50')).toEqual(['purpose.cash-out__between=40;50'])
})

it('takes a name, a date or a figure alone for no such thing', () => {
  for (const typed of [
    '',
    'Harbor Point 2001-4',
    '113,346,210.62',
    'over 50',
    'Over the Hill Trust',
    'series 2001 to 2004',
  ])
    expect(meanings(typed)).toEqual([])
})
