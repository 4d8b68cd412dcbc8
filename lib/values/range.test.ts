import { describe, expect, test } from 'vitest'
import type { Unit } from '../report.ts'
import { readRange } from './range.ts'

type Case = [label: string, unit: Unit, shown: string]

/** `[` and `]` are included ends, `(` and `)` excluded ones, `*` is open. */
const accepted: Case[] = [
  ['60 < LTV <= 70', 'percent', '(60 70]'],
  ['5.000 <= Rate < 5.500', 'percent', '[5 5.5)'],
  ['0 < Bal ≤ 100,000', 'cents', '(0 10000000]'],
  ['$100K - $199K', 'cents', '[10000000 19900000]'],
  ['Less than $100K', 'cents', '(* 10000000)'],
  ['$500K - $1M', 'cents', '[50000000 100000000]'],
  ['$0 to 1.5MM', 'cents', '[0 150000000]'],
  ['> $1 million', 'cents', '(100000000 *)'],
  ['50.00 and Below', 'percent', '(* 50]'],
  ['50.01 to 55.00', 'percent', '[50.01 55]'],
  ['<= 50.00', 'percent', '(* 50]'],
  ['<=50.00%', 'percent', '(* 50]'],
  ['60-', 'percent', '(* 60]'],
  ['60-65', 'percent', '[60 65]'],
  ['60 – 65', 'percent', '[60 65]'],
  ['> 80.00 to 85.00', 'percent', '(80 85]'],
  ['>80.00 - <85.00', 'percent', '(80 85)'],
  ['5.001%—6.000%', 'percent', '[5.001 6]'],
  ['6.125', 'percent', '[6.125 6.125]'],
  ['6.125%', 'percent', '[6.125 6.125]'],
  ['.500 to 1.000', 'percent', '[0.5 1]'],
  ['4.001 % - 6.000 %', 'percent', '[4.001 6]'],
  ['(0.750) - 0.000', 'percent', '[-0.75 0]'],
  ['(0.750%) to (0.250%)', 'percent', '[-0.75 -0.25]'],
  ['-0.750% - -0.250%', 'percent', '[-0.75 -0.25]'],
  ['Less than (0.500)', 'percent', '(* -0.5)'],
  ['(1.000)% and below', 'percent', '(* -1]'],
  ['1.20x - 1.29x', 'ratio', '[1.2 1.29]'],
  ['1.20 x - 1.29 X', 'ratio', '[1.2 1.29]'],
  ['> 1.20 x', 'ratio', '(1.2 *)'],
  ['500 - 519', 'score', '[500 519]'],
  ['800 +', 'score', '[800 *)'],
  ['800 and Above', 'score', '[800 *)'],
  ['< 550', 'score', '(* 550)'],
  ['Below 550', 'score', '(* 550)'],
  ['b.      0 - 500', 'score', '[0 500]'],
  ['a.<= 20.00', 'percent', '(* 20]'],
  ['$150,000 -   $200,000', 'cents', '[15000000 20000000]'],
  ['$150,001 - $200,000', 'cents', '[15000100 20000000]'],
  ['$750,001-  $1,000,000', 'cents', '[75000100 100000000]'],
  ['0.01 - 2,500.00', 'cents', '[1 250000]'],
  ['$ 0.01 to $ 5,000.00', 'cents', '[1 500000]'],
  ['$700,000 & Below', 'cents', '(* 70000000]'],
  ['$700,000 or less', 'cents', '(* 70000000]'],
  ['Over $1,000,000', 'cents', '(100000000 *)'],
  ['Greater than $1,000,000', 'cents', '(100000000 *)'],
  ['1 month to 12 months', 'months', '[1 12]'],
  ['360', 'months', '[360 360]'],
  ['30 years', 'months', '[360 360]'],
  ['Up to 180 months', 'months', '(* 180]'],
  ['1997 and earlier', 'years', '(* 1997]'],
  ['> 50% <= 75%', 'percent', '(50 75]'],
  ['>= 50 < 75', 'percent', '[50 75)'],
  ['More than 60.00% but not more than 70.00%', 'percent', '(60 70]'],
  ['Over 60.00%, but less than 70.00%', 'percent', '(60 70)'],
  ['60.01% up to 70.00%', 'percent', '[60.01 70]'],
  ['60.00% up to and including 70.00%', 'percent', '[60 70]'],
  ['60.00% up to but not including 70.00%', 'percent', '[60 70)'],
  ['80 < LTV', 'percent', '(80 *)'],
  ['80 >= LTV', 'percent', '(* 80]'],
  ['LTV <= 80', 'percent', '(* 80]'],
  ['LTV > 80', 'percent', '(80 *)'],
  ['To 60.00', 'percent', '(* 60]'],
  ['6 7/8', 'percent', '[6.875 6.875]'],
  ['6-7/8%', 'percent', '[6.875 6.875]'],
  ['7 1/2 - 7 5/8', 'percent', '[7.5 7.625]'],
  ['7½% to 7⅝%', 'percent', '[7.5 7.625]'],
  ['Less than 6 1/8%', 'percent', '(* 6.125)'],
  ['Up to £25,000', 'cents', '(* 2500000]'],
  ['£25,001 to £50,000', 'cents', '[2500100 5000000]'],
  ['€100K - €199K', 'cents', '[10000000 19900000]'],
  ['C$100,000 - C$200,000', 'cents', '[10000000 20000000]'],
  ['GBP 25,000 or less', 'cents', '(* 2500000]'],
]

test.each(accepted)('reads “%s” in %s as %s', (label, unit, shown) => {
  const range = readRange(label, unit)
  const open = range?.lowIncluded ? '[' : '('
  const close = range?.highIncluded ? ']' : ')'
  expect(`${open}${range?.low ?? '*'} ${range?.high ?? '*'}${close}`).toBe(shown)
})

describe('gives null rather than a guess', () => {
  test.each<[string, Unit]>([
    ['FICO NA', 'score'],
    ['$1M - $2M', 'cents'],
    ['$1 - 50K', 'cents'],
    ['60 <= 70', 'percent'],
    ['6 9/8', 'percent'],
    ['6 7/8', 'months'],
    ['7 5/85', 'percent'],
    ['To be determined', 'percent'],
    ['60 > 50 <', 'percent'],
    ['60 < LTV 70', 'percent'],
    ['100K', 'months'],
    ['NA', 'score'],
    ['', 'percent'],
    ['Fixed Rate Loans', 'percent'],
    ['Other (less than 2%)', 'percent'],
    ['2/28 LIB6M - IO - 60', 'months'],
    ['30Y LIB6M', 'months'],
    ['2-4 Units', 'percent'],
    ['65.00 to 60.00', 'percent'],
    ['1,23 to 2,000', 'cents'],
    ['60 to', 'percent'],
    ['5%', 'months'],
  ])('for “%s” in %s', (label, unit) => {
    expect(readRange(label, unit)).toBeNull()
  })
})
