import { describe, expect, test } from 'vitest'
import { type SampleRow, sampleSource } from '../testing/sample-source.ts'
import { captionsOf } from './captions.ts'
import { chartModel } from './chart-model.ts'
import type { ChartSource } from './chart-source.ts'
import { describeChart } from './describe-chart.ts'
import { sayTip, tipOf } from './tip-lines.ts'

function captions(rows: SampleRow[], more: Partial<ChartSource> = {}): string {
  return captionsOf(chartModel(sampleSource(rows, more), 'percent')).join(' ')
}

const open: SampleRow[] = [
  { label: '50.00 or less', low: null, high: 50, dollars: 20 },
  { label: '50.01 to 60.00', low: 50.01, high: 60, dollars: 30 },
  { label: '60.01 to 70.00', low: 60.01, high: 70, dollars: 50 },
]
const average = { name: 'WALTV', stated: 55, decimals: 2, recomputed: null }

describe('captionsOf', () => {
  test('declares the bound that an open row is drawn to', () => {
    expect(captions(open)).toBe('The first row has no lower end. Drawn to 40.')
  })

  test('says that the bounds take 0 only where they do', () => {
    const taken = captions(open, { averages: [{ ...average, bounds: [45.008, 63] }] })
    expect(taken).toContain('the average assumes 0 or more')
    expect(captions(open, { averages: [{ ...average, bounds: [53, 63] }] })).not.toContain('assumes 0')
  })

  test.each<[string, SampleRow[], string]>([
    [
      'density',
      [
        { low: 0, high: 10, dollars: 5 },
        { low: 10, high: 30, dollars: 5 },
      ],
      'Rows differ in width, so area is share of balance.',
    ],
    [
      'exact values',
      [{ low: 6, dollars: 5 }],
      'Values are exact, so each is a line at its place on the axis.',
    ],
    [
      'overlaps',
      [
        { low: 0, high: 10, dollars: 5 },
        { low: 5, high: 15, dollars: 5 },
      ],
      'The printed ranges overlap, so they are drawn as categories.',
    ],
    [
      'a far end',
      [
        { low: 0, high: 1, dollars: 5 },
        { low: 1, high: 2, dollars: 5 },
        { low: 2, high: 500, dollars: 5 },
      ],
      'Rows differ in width, so area is share of balance. The last row runs to 500; it is drawn to 6.',
    ],
    [
      'rows off the axis',
      [...open.slice(1), { label: 'NA', dollars: 20 }],
      '“NA” (20.00%) has no value on the axis; it is drawn left of it.',
    ],
    ['missing figures', [{ dollars: 5 }, {}], 'One row has no figure and is not drawn.'],
    [
      'negative figures',
      [{ dollars: 5 }, { dollars: -1 }],
      'One row has a negative figure and is not drawn.',
    ],
    ['nothing but zeros', [{ dollars: 0, pct: 0 }], 'Every figure is zero.'],
    [
      'a residual with a limit',
      [
        { code: 'CA', dollars: 5 },
        { code: 'other', label: 'Other (less than 2%)', dollars: 5 },
      ],
      'Unfilled tiles are not named: under 2% or none. The table does not say which.',
    ],
    ['no residual', [{ code: 'CA', dollars: 5 }], 'Unfilled tiles are not in the table.'],
  ])('tells of %s', (_, rows, caption) => {
    expect(captions(rows)).toBe(caption)
  })
})

test('the accessible name says the kind and the largest rows', () => {
  expect(describeChart(chartModel(sampleSource(open), 'percent'))).toBe(
    'Histogram: Sample, share of balance, 3 rows. Largest: 60.01 to 70.00 50.00%, 50.01 to 60.00 30.00%, 50.00 or less 20.00%.',
  )
})

describe('tipOf', () => {
  test('gives a row its figures and the share reached with it', () => {
    const source = sampleSource(open.map(row => ({ ...row, loans: 5 })))
    expect(tipOf(chartModel(source, 'percent'), [1])).toEqual({
      heading: '50.01 to 60.00',
      lines: [
        { words: 'Balance', figure: '$30.00' },
        { words: 'Loans', figure: '5' },
        { words: '% of balance', figure: '30.00' },
        { words: '% of loans', figure: '33.33' },
        { words: 'Cumulative % of balance', figure: '50.00' },
      ],
      fails: null,
    })
  })

  test('adds up rows that are drawn together and leaves out what is not printed', () => {
    const model = chartModel(sampleSource([{ dollars: 60 }, { dollars: 30 }, { dollars: 10 }]), 'percent')
    expect(tipOf(model, [1, 2])).toEqual({
      heading: '2 rows',
      lines: [
        { words: 'Balance', figure: '$40.00' },
        { words: '% of balance', figure: '40.00' },
      ],
      fails: null,
    })
  })

  test('says why a row is marked, to who sees it and to who hears it', () => {
    const rows = [
      { dollars: 60, loans: 3, pct: 70, fails: ['balance' as const] },
      { dollars: 40, loans: 2, pct: 40 },
    ]
    const tip = tipOf(chartModel(sampleSource(rows), 'percent'), [0])
    expect(tip.fails).toBe('Prints 70.00%, its balance gives 60.00%')
    expect(sayTip(tip)).toContain('Row 1, Prints 70.00%, its balance gives 60.00%, Balance $60.00')
    const [first, second] = rows
    const same = sampleSource([{ ...first, pct: 60 }, second ?? {}])
    expect(tipOf(chartModel(same, 'percent'), [0]).fails).toBe('A check fails on this row')
    expect(tipOf(chartModel(same, 'count'), [0]).fails).toBeNull()
  })
})
