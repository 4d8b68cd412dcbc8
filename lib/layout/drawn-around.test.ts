import { expect, it } from 'vitest'
import type { Drawn, DrawnCell, DrawnTable } from '../grid/html/drawn.ts'
import type { Place } from '../report.ts'
import { drawnAround, type ShownDrawn, type ShownTable } from './drawn-around.ts'
import type { Mark } from './mark-line.ts'

const placeOf = (row: number, column: number): Place => ({
  line: row + 1,
  start: column * 10 + 1,
  end: column * 10 + 5,
})
const cell = (row: number, column: number, more: Partial<DrawnCell> = {}): DrawnCell => ({
  text: `${row}/${column}`,
  column,
  colspan: 1,
  rowspan: 1,
  at: placeOf(row, column),
  ...more,
})

function tableOf(rows: number, columns: number): DrawnTable {
  return {
    kind: 'table',
    columns,
    head: 1,
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => cell(row, column)),
    ),
  }
}
const chosen = (row: number, column: number): Mark[] => [
  { at: placeOf(row, column), role: 'figure', shape: 'run' },
]
function tableIn({ parts }: ShownDrawn): ShownTable {
  const table = parts.find(part => part.kind === 'table')
  if (table?.kind !== 'table') throw new Error('no table is shown')
  return table
}
const bytesOf = (shown: ShownDrawn) =>
  shown.parts
    .flatMap((part): { text: string }[] =>
      part.kind === 'text' ? [part] : [...part.head, ...part.body].flat(),
    )
    .reduce((sum, { text }) => sum + 170 + 2 * text.length + 10 * (text.match(/[<>&"]/g)?.length ?? 0), 0)

it('shows a table of a usual size whole', () => {
  const { head, body, before, after, columnsBefore, columnsAfter } = tableIn(
    drawnAround([tableOf(40, 12)], chosen(7, 3)),
  )
  expect([head.length, body.length, before, after, columnsBefore, columnsAfter]).toEqual([1, 39, 0, 0, 0, 0])
  expect(body[6]?.[3]?.text).toBe('7/3')
})

it('shows the first column of a wide table and those around the chosen one, with how many there are beside them', () => {
  const table = tableOf(4, 7400)
  const shown = tableIn(drawnAround([table], chosen(2, 5000)))
  const texts = shown.body[1]?.map(({ text }) => text)
  expect([texts?.[0], texts?.length]).toEqual(['2/0', 60])
  expect(texts).toContain('2/5000')
  expect(shown.columnsBefore + shown.columnsAfter + 60).toBe(7400)
  expect(texts?.[1]).toBe(`2/${shown.columnsBefore + 1}`)
  const last = tableIn(drawnAround([table], chosen(2, 7399)))
  expect([last.body[1]?.at(-1)?.text, last.columnsAfter]).toEqual(['2/7399', 0])
  expect(tableIn(drawnAround([table], [])).columnsBefore).toBe(0)
})

it('keeps the parts of wide cells that are shown', () => {
  const table = tableOf(3, 300)
  table.rows[0] = [
    cell(0, 0, { colspan: 100 }),
    cell(0, 100, { colspan: 100 }),
    cell(0, 200, { colspan: 100 }),
  ]
  const { head } = tableIn(drawnAround([table], chosen(2, 200)))
  expect(head[0]?.map(({ text, column, colspan }) => [text, column, colspan])).toEqual([
    ['0/0', 0, 1],
    ['0/100', 1, 29],
    ['0/200', 30, 30],
  ])
})

const long = 'a & <b> "c" '.repeat(50_000)
it.each<[string, Drawn, Mark[]]>([
  ['rows and columns', [tableOf(2000, 60)], chosen(1500, 30)],
  ['columns', [tableOf(3, 20_000)], chosen(1, 19_000)],
  ['tables', Array.from({ length: 3000 }, () => tableOf(2, 4)), chosen(1, 1)],
  ['a text', [{ kind: 'text', text: long, at: placeOf(0, 0) }], []],
  [
    'texts in cells',
    [{ ...tableOf(1, 1), rows: Array.from({ length: 300 }, (_, row) => [cell(row, 0, { text: long })]) }],
    [],
  ],
])('stays small enough for a page, however large in %s', (_, drawn, marks) => {
  const shown = drawnAround(drawn, marks)
  expect(bytesOf(shown)).toBeGreaterThan(100)
  expect(bytesOf(shown)).toBeLessThan(2_000_000)
})

it('tells how many tables and characters are left out', () => {
  const shown = drawnAround(
    Array.from({ length: 100 }, () => ({ kind: 'text', text: 'x'.repeat(100_000), at: placeOf(0, 0) })),
    [],
  )
  expect([shown.parts.length, shown.before, shown.after]).toEqual([30, 0, 70])
  expect(shown.parts[0]).toMatchObject({ text: expect.stringMatching(/^x{2000} … 98,000 characters$/) })
})
