import { expect, it } from 'vitest'
import { compareTable } from './compare-table.ts'
import { formatCsv } from './csv.ts'

const exact = (value: number) => ({ low: value, high: value })

it('has each deal at least and at most, never narrower than they are, and above the base', () => {
  const csv = formatCsv(
    compareTable({
      measure: 'balancePct',
      base: 'a',
      deals: [
        { name: 'A Trust', loanGroup: null },
        { name: 'B Trust', loanGroup: 'Group 1' },
      ],
      rows: [
        {
          label: '70 to 80',
          values: [exact(12.5), { low: 1 / 3, high: 2 / 3 }],
          differences: [exact(0), null],
        },
      ],
    }),
  )
  expect(csv.split('\r\n')[1]).toBe('70 to 80,12.5,12.5,0.333333,0.666667,0,0,,')
  expect(csv).toContain('"B Trust, Group 1, above a, at most (%)"')
})

it('has balances in dollars, and leaves out what a deal does not tell', () => {
  const { rows } = compareTable({
    measure: 'balanceCents',
    base: null,
    deals: [{ name: 'A', loanGroup: null }],
    rows: [
      { label: 'CA', values: [exact(123_456)], differences: [] },
      { label: 'NY', values: [null], differences: [] },
    ],
  })
  expect(rows).toEqual([
    [{ text: 'CA' }, { figure: 1234.56, decimals: 2 }, { figure: 1234.56, decimals: 2 }],
    [{ text: 'NY' }, null, null],
  ])
})

it('lets no name and no label be a formula', () => {
  const csv = formatCsv(
    compareTable({
      measure: 'loanCount',
      base: null,
      deals: [{ name: '=HYPERLINK("x")', loanGroup: null }],
      rows: [{ label: '+1', values: [exact(1)], differences: [] }],
    }),
  )
  expect(csv).toMatch(/"'=HYPERLINK/)
  expect(csv).toContain("'+1,1,1")
})
