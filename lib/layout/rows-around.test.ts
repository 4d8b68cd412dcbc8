import { expect, test } from 'vitest'
import type { DrawnCell, DrawnTable } from '../grid/html/drawn.ts'
import { rowsAround } from './rows-around.ts'

const mostRows = 300

const cell = (text: string, column: number, rowspan = 1): DrawnCell => ({
  text,
  column,
  colspan: 1,
  rowspan,
  at: null,
})

function tableOf(count: number): DrawnTable {
  const rows = Array.from({ length: count }, (_, row) => [cell(`row ${row}`, 1)])
  return { kind: 'table', columns: 2, head: 1, rows }
}

test('shows a short table whole', () => {
  const { head, body, before, after } = rowsAround(tableOf(20), 7, mostRows)
  expect([head.length, body.length, before, after]).toEqual([1, 19, 0, 0])
})

test('shows the rows around the chosen one of a long table, with its header', () => {
  const { head, body, before, after } = rowsAround(tableOf(5001), 2500, mostRows)
  expect([head[0]?.[0]?.text, body[0]?.[0]?.text, body.length]).toEqual(['row 0', 'row 2350', mostRows])
  expect(before + body.length + after + head.length).toBe(5001)
})

test.each([0, 1, 5000, 9999])('never goes beyond the ends of a table, as at row %i', row => {
  const { body } = rowsAround(tableOf(5001), row, mostRows)
  expect(body).toHaveLength(mostRows)
})

test('keeps cells that reach into the rows from above, and ends spans with the last row', () => {
  const table = tableOf(1000)
  table.rows[300] = [cell('group', 0, 400), cell('row 300', 1)]
  const { body } = rowsAround(table, 600, mostRows)
  expect(body[0]?.map(({ text, rowspan }) => [text, rowspan])).toEqual([
    ['group', 250],
    ['row 450', 1],
  ])
  expect(rowsAround(table, 200, mostRows).body[250]?.[0]?.rowspan).toBe(50)
})
