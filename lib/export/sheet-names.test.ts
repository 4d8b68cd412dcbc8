import { expect, it } from 'vitest'
import { sheetNames } from './sheet-names.ts'

it('makes names that Excel takes, no two alike', () => {
  const names = sheetNames([
    'Pool',
    'State Distribution of Mortgaged Properties',
    'State Distribution of Mortgaged Properties in Loan Group 2',
    'Current/Original [LTV]: a*b?',
    "'quoted'",
    'HISTORY',
    '',
    '   ',
    'pool',
  ])
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(9)
  for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
  expect(names.slice(0, 3)).toEqual([
    'Pool',
    'State Distribution of Mortgaged',
    'State Distribution of Mortgag 2',
  ])
  expect(names[4]).toBe('quoted')
})
