import { expect, test } from 'vitest'
import { joinAllCells, joinCells } from './join-cells.ts'

const cell = (text: string, line: number) => ({ text, at: { line, start: 1, end: text.length + 1 } })

test('joins words with a blank, but behind a slash and a hyphen inside a word', () => {
  const cells = ['Stated/', 'Full-', 'Doc', '-', 'x'].map(cell)
  expect(joinAllCells(cells.map((one, order) => ({ ...one, at: { ...one.at, line: order + 1 } })))).toEqual({
    text: 'Stated/Full-Doc - x',
    at: { line: 1, start: 1, end: 2, lastLine: 5 },
  })
})

test('gives what joining two by two gives, and nothing of none', () => {
  const cells = ['Rate/', 'Term', 'Re-', 'finance'].map(cell)
  const [first = cell('', 1), ...more] = cells
  expect(joinAllCells(cells)).toEqual(more.reduce(joinCells, first))
  expect([joinAllCells([]), joinAllCells([first])]).toEqual([null, first])
})
