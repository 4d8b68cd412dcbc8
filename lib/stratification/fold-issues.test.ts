import { expect, test } from 'vitest'
import { issue } from '../issues.ts'
import { foldIssues } from './fold-issues.ts'

const at = (line: number) => ({ line, start: 1, end: 2 })
const unreadable = (line: number) =>
  issue('value-is-not-readable', { printed: '1,,2', header: 'Loans' }, at(line))

test('lists a few hundred issues of a code, and says how many more there are and where they begin', () => {
  const columns = issue('column-is-not-understood', { header: 'Units' }, at(1))
  const many = Array.from({ length: 5_000 }, (_, line) => unreadable(line + 1))
  const folded = foldIssues([...many, columns])
  expect(folded).toHaveLength(202)
  expect(folded[200]).toEqual(columns)
  expect(folded[201]).toEqual({
    code: 'more-issues-alike',
    message: `4,800 more like this in the table are not listed one by one. The first: ${unreadable(201).message}`,
    at: at(201),
  })
})

test('leaves fewer as they are', () => {
  const few = Array.from({ length: 200 }, (_, line) => unreadable(line + 1))
  expect(foldIssues(few)).toEqual(few)
})
