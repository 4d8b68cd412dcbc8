import { expect, test } from 'vitest'
import { nameSpan, spanYears } from './year-spans.ts'

const counts = [
  { year: 2003, deals: 4 },
  { year: 1999, deals: 1 },
  { year: 2001, deals: 2 },
  { year: 2000, deals: 1 },
  { year: 2002, deals: 5 },
]

test('joins the neighbours with the fewest deals until few spans are left, and loses no deal', () => {
  expect(spanYears(counts, 3)).toEqual([
    { first: 1999, last: 2001, deals: 4 },
    { first: 2002, last: 2002, deals: 5 },
    { first: 2003, last: 2003, deals: 4 },
  ])
})

test('keeps every year of its own when there is room', () => {
  expect(spanYears(counts, 9).map(span => span.first)).toEqual([1999, 2000, 2001, 2002, 2003])
  expect(spanYears([], 3)).toEqual([])
})

test('names one year and several', () => {
  expect(nameSpan({ first: 2002, last: 2002, deals: 1 })).toEqual({ shown: '2002', asked: '2002' })
  expect(nameSpan({ first: 1999, last: 2001, deals: 1 })).toEqual({ shown: '1999–2001', asked: '1999-2001' })
})
