import { expect, test } from 'vitest'
import { readCents, readCount, readDate, readFigure, readMonths, readPercent, readScore } from './index.ts'

test.each<[string, number | null]>([
  ['553', 553],
  ['1,234', 1234],
  ['1234', 1234],
  ['-', 0],
  ['—', 0],
  ['(3)', null],
  ['553.00', 553],
  ['12.5', null],
  ['12%', null],
  ['$12', null],
  ['1,23', null],
  ['1,2345', null],
  ['1234,567', null],
  ['12 34', null],
  ['N/A', null],
  ['', null],
  ['12a', null],
])('counts “%s” as %s', (printed, count) => {
  expect(readCount(printed)).toBe(count)
})

test.each<[string, number | null]>([
  ['113,346,210.62', 11_334_621_062],
  ['$ 113,346,210.62', 11_334_621_062],
  ['407,075', 40_707_500],
  ['(838,007.00)', -83_800_700],
  ['-5.10', -510],
  ['0.1', 10],
  ['99,999,999,999.99', 9_999_999_999_999],
  ['-', 0],
  ['1.005', null],
  ['1.500', 150],
  ['12.34%', null],
  ['(12.34', null],
  ['12.', null],
  ['9,999,999,999,999,999.99', null],
])('reads money “%s” as %s cents', (printed, cents) => {
  expect(readCents(printed)).toBe(cents)
})

test('scales sums in thousands exactly', () => {
  expect(readCents('225,112.214', 1000)).toBe(22_511_221_400)
  expect(readCents('225,112.2142', 1000)).toBe(22_511_221_420)
  expect(readCents('0.000001', 1000)).toBeNull()
})

test.each<[string, number | null]>([
  ['50.35%', 50.35],
  ['19.9', 19.9],
  ['100', 100],
  ['6.317 %', 6.317],
  ['(1.5%)', -1.5],
  ['0.10', 0.1],
  ['-', 0],
  ['$5', null],
  ['5%%', null],
  ['>70', null],
])('reads percent “%s” as %s', (printed, percent) => {
  expect(readPercent(printed)).toBe(percent)
})

test.each<[string, number | null]>([
  ['360', 360],
  ['355.66', 355.66],
  ['360 months', 360],
  ['12 mos.', 12],
  ['(3)', null],
  ['5%', null],
])('reads months “%s” as %s', (printed, months) => {
  expect(readMonths(printed)).toBe(months)
})

test.each<[string, number | null]>([
  ['727', 727],
  ['681.5', 681.5],
  ['0', 0],
  ['1,727', null],
  ['-7', null],
])('reads score “%s” as %s', (printed, score) => {
  expect(readScore(printed)).toBe(score)
})

test.each<[string, string | null]>([
  ['October 15, 2002', '2002-10-15'],
  ['October 29. 1998', '1998-10-29'],
  ['Sept. 1, 2002', '2002-09-01'],
  ['12/26/97', '1997-12-26'],
  ['10/15/2002', '2002-10-15'],
  ['1/2/05', '2005-01-02'],
  ['20-December-2000', '2000-12-20'],
  ['2002-10-15', '2002-10-15'],
  ['February 30, 2002', null],
  ['Octopus 15, 2002', null],
  ['13/13/2002', null],
  ['2002', null],
])('reads date “%s” as %s', (printed, date) => {
  expect(readDate(printed)).toBe(date)
})

test('keeps what was printed apart from what it is worth', () => {
  expect(readFigure('$ 1,234.50')).toEqual({ digits: 123_450, decimals: 2, percent: false, money: true })
  expect(readFigure('19.90%')).toEqual({ digits: 1990, decimals: 2, percent: true, money: false })
})
