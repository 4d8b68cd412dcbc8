import { describe, expect, test } from 'vitest'
import type { Grid } from '../grid/grid.ts'
import { findHtmlGrids } from '../grid/html/find-html-grids.ts'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

const headers = [
  'Number of Loans',
  'Principal Balance',
  'Percent of Pool',
  'Average Balance',
  'Average Coupon',
  'Average Score',
  'Average LTV',
]
const own = [
  'loanCount',
  'balanceCents',
  'balancePct',
  'averageBalanceCents',
  'waRatePct',
  'waCreditScore',
  'waLtvPct',
]
const rows = [
  'Primary           12    $2,520,000.00     63.00    210,000.00     6.642     708     74.87',
  'Second Home        8     1,480,000.00     37.00    185,000.00     6.714     712     77.28',
  'Total             20    $4,000,000.00    100.00    200,000.00     6.669     709     75.76',
]

/** A table with these headers over its columns, each in doubt. */
function inDoubt(words: readonly string[], lines: readonly string[] = rows): Grid {
  const text = ['Occupancy', '', '                   A', ...lines]
  const [grid] = findTextGrids(text, 1, text.length)
  if (grid === undefined) throw new Error('no table')
  const columns = grid.columns.map((column, order) => ({ ...column, header: words[order] ?? '' }))
  return { ...grid, columns: columns.map(column => ({ ...column, inDoubt: true })) }
}

/** The measures that columns are given, null each where the table is not read. */
function measuresOf(grid: Grid): (string | null)[] {
  const [table] = readStratifications([grid]).value.stratifications
  return grid.columns.map((_, order) => table?.columns[order]?.measure ?? null)
}

const swap = (words: readonly string[], one: string, other: string) =>
  words.map(word => (word === one ? other : word === other ? one : word))

describe('a header in doubt', () => {
  test('is believed where signs, shares and means of each row and sizes bear it out', () => {
    expect(measuresOf(inDoubt(headers))).toEqual(own)
  })

  test.each([1, 2, 3, 4, 5, 6])('gives nothing when all headers have slid by %i columns', by => {
    const slid = [...headers.slice(by), ...headers.slice(0, by)]
    expect(measuresOf(inDoubt(slid)).every(measure => measure === null)).toBe(true)
  })

  test.each(headers.flatMap((one, order) => headers.slice(order + 1).map(other => [one, other] as const)))(
    '%s and %s give nothing when they have changed places',
    (one, other) => {
      const measures = measuresOf(inDoubt(swap(headers, one, other)))
      expect(measures[headers.indexOf(one)]).toBeNull()
      expect(measures[headers.indexOf(other)]).toBeNull()
    },
  )

  test('is not believed for its sum alone', () => {
    const bare = rows.map(line => line.replace('$', ' ').slice(0, 32))
    expect(measuresOf(inDoubt(headers.slice(0, 2), bare))).toEqual([null, null])
  })

  test('is not believed when another names what its figures may be as well', () => {
    const words = headers.map(word => (word === 'Average LTV' ? 'Average CLTV' : word))
    words[4] = 'Average LTV'
    expect(measuresOf(inDoubt(words)).slice(4)).toEqual([null, 'waCreditScore', null])
    const rates = headers.map(word => (word === 'Average Score' ? 'Average Margin' : word))
    expect(measuresOf(inDoubt(rates))[4]).toBeNull()
  })

  test('is not believed for its size beside one that names no measure', () => {
    const words = headers.map(word => (word === 'Average Score' ? 'Notes' : word))
    expect(measuresOf(inDoubt(words))).toEqual([...own.slice(0, 4), null, null, null])
  })
})

/** A table with these headers, none in doubt for where it stands. */
function inPlace(words: readonly string[]): Grid {
  const grid = inDoubt(words)
  return { ...grid, columns: grid.columns.map(({ inDoubt: _, ...column }) => column) }
}

test('headers give nothing when a sign in one column belies what its own says', () => {
  const words = swap(headers, 'Principal Balance', 'Percent of Pool')
  expect(measuresOf(inPlace(headers))).toEqual(own)
  expect(measuresOf(inPlace(words)).every(measure => measure === null)).toBe(true)
})

test.each([
  ['Average Score (%)', 'Average Margin'],
  ['Average Score (months)', 'Average Margin (%)'],
  ['Average Score', 'Average Margin (months)'],
])('%s beside %s give nothing uncertain: a unit is printed under words of another', (score, margin) => {
  const words = [...headers.slice(0, 4), margin, score, 'Average LTV']
  expect(measuresOf(inPlace(words))[4]).toBeNull()
  const plain = words.map(word => word.replace(/ \((?:%|months)\)/, ''))
  expect(measuresOf(inPlace(plain))[4]).toBe('waMarginPct')
})

test('headers give nothing uncertain when the figures under two of them are none that they name', () => {
  const words = [...headers.slice(0, 4), 'Average LTV', 'Average Margin', 'Average Coupon']
  const slid = words.map(word => (word === 'Average Coupon' ? 'Average Remaining Term' : word))
  const scores = rows.map(line =>
    line.replace(/ (6\.\d{3}) ( +)(7\d\d) /, ' $3$2   $1 ').replace(/7[4-7]\.\d\d$/, '1744'),
  )
  const { columns } = inPlace(slid)
  expect(columns).toHaveLength(7)
  const grid = inDoubt(slid, scores)
  const plain = { ...grid, columns: grid.columns.map(({ inDoubt: _, ...column }) => column) }
  expect(measuresOf(plain).slice(4)).toEqual([null, null, null])
})

describe('headers that have slid by one column', () => {
  const whole = rows.map(line => line.replace('$', ' '))
  const counted = { ...inDoubt(headers, whole) }

  /** The headers over the table's columns in their places, the first column bare. */
  function slid(words: readonly string[]): Grid {
    const own = ['', ...words]
    const columns = counted.columns.map(({ inDoubt: _, ...column }, order) => ({
      ...column,
      header: own[order] ?? '',
    }))
    return { ...counted, columns }
  }

  test.each([2, 3, 4, 5, 6])('give nothing wrong where %i of them leave one column bare', many => {
    const measures = measuresOf(slid(headers.slice(0, many)))
    expect(measures.filter((measure, order) => measure !== null && measure !== own[order])).toEqual([])
  })

  test('give no loans where most figures have decimals', () => {
    const rates = measuresOf(
      inPlace(headers.map(word => (word === 'Average Coupon' ? 'Loans in Group' : word))),
    )
    expect(rates[4]).toBeNull()
    const lines = rows.map(line => line.replace(/^(\S+(?: \S+)?) +(\d+) /, '$1          6.$20 '))
    expect(measuresOf(inDoubt(headers, lines))[0]).toBeNull()
  })
})

test('headers give nothing uncertain when rows of another table have run into one', () => {
  const words = headers.map(word => (word === 'Average Coupon' ? 'Average Margin' : word))
  const run = words.map(word => (word === 'Average LTV' ? '9,968,511.13 Average LTV' : word))
  expect(measuresOf(inPlace(words))[4]).toBe('waMarginPct')
  expect(measuresOf(inPlace(run))[4]).toBeNull()
})

const textMeasures = (lines: readonly string[]) =>
  readStratifications(findTextGrids(lines, 1, lines.length)).value.stratifications.map(({ columns }) =>
    columns.map(({ measure }) => measure),
  )

test('a word that strays past the last piece of a rule leaves the table read', () => {
  const lines = [
    'Occupancy',
    '',
    '                NUMBER         AGGREGATE        PERCENT OF',
    'OCCUPANCY       OF LOANS        BALANCE              LOANS',
    '------------  ----------  ----------------  ----------',
    'Primary               12     $2,520,000.00      63.00%',
    'Second Home            8      1,480,000.00      37.00 ',
    '------------  ----------  ----------------  ----------',
    'Total                 20     $4,000,000.00     100.00%',
  ]
  expect(textMeasures(lines)).toEqual([['loanCount', 'balanceCents', 'balancePct']])
})

test('a header that drifts right of its figures leaves averages read', () => {
  const lines = [
    'Occupancy',
    '',
    '                              Number         Aggregate      Percent    Weighted   Wtd.    Wtd.',
    '                                of            Unpaid          of        Average   Avg.    Avg.',
    'Occupancy                    Loans           Balance        Pool(%)   Coupon(%)  FICO    OLTV(%)',
    '------------------------------------------------------------------------------------------',
    'Primary                           12     $2,520,000.00     63.00    6.642     708    74.87',
    'Second Home                        8      1,480,000.00     37.00    6.714     712    77.28',
    '------------------------------------------------------------------------------------------',
    'Total                             20     $4,000,000.00    100.00    6.669     709    75.76',
  ]
  expect(textMeasures(lines)).toEqual([
    ['loanCount', 'balanceCents', 'balancePct', 'waRatePct', 'waCreditScore', 'waLtvPct'],
  ])
})

test('an HTML header that lacks the cell over the labels is read by the order of its cells', () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const body = rows.map(line => row(line.trim().split(/ {2,}/).slice(0, 4)))
  const markup = `<p>Occupancy</p><table>${row(headers.slice(0, 3))}${body.join('')}</table>`
  const measures = (lines: readonly string[]) =>
    readStratifications(findHtmlGrids(lines, 1, lines.length)).value.stratifications.map(({ columns }) =>
      columns.map(({ measure }) => measure),
    )
  expect(measures([markup])).toEqual([['loanCount', 'balanceCents', 'balancePct']])
})
