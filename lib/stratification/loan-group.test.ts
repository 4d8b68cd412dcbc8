import { describe, expect, it, test } from 'vitest'
import type { Grid } from '../grid/grid.ts'
import { readFiling } from '../read-filing.ts'
import { cellOf, gridOf } from '../testing/invented-grid.ts'
import { loanGroupTeller } from './loan-group.ts'

const cells = (...lines: string[]) => lines.map(cellOf)

/** A table of two rows and a total, under such lines. */
function tableOf(title: readonly string[], total: readonly string[], other: Partial<Grid> = {}): Grid {
  const rows = [
    ['Owner', '10', '$1,000,000', '25.00%'],
    ['Investor', '30', '3,000,000', '75.00%'],
    ['Total', ...total],
  ]
  return gridOf(['Loans', 'Balance', '%'], rows, { title: cells(...title), ...other })
}

const groupsOf = (...grids: Grid[]) => grids.map(loanGroupTeller()).map(({ group }) => group)
const pool = ['40', '$4,000,000', '100.00%']
const other = ['70', '9,000,000', '100.00%']

test('a table without words over it is of the loans of the one above, where both come to the same', () => {
  const head = tableOf(['HILLSIDE LENDING PROGRAM', 'Loan Group I'], pool)
  expect(groupsOf(head, tableOf([], pool), tableOf([], pool))).toEqual([
    'Loan Group I',
    'Loan Group I',
    'Loan Group I',
  ])
  const inTitle = tableOf(['Occupancy of the Loans in Group 2'], pool)
  expect(groupsOf(inTitle, tableOf([], ['40', '4,000,000', '100%']))).toEqual(['Group 2', 'Group 2'])
})

test('it is of none where other loans are in it, or words stand over it', () => {
  const inTitle = tableOf(['Occupancy of the Loans in Group 2'], pool)
  expect(groupsOf(inTitle, tableOf([], other))).toEqual(['Group 2', null])
  expect(groupsOf(inTitle, tableOf(['Property Types'], pool))).toEqual(['Group 2', null])
  expect(groupsOf(inTitle, tableOf([], pool, { headings: cells('The Lender') }))).toEqual(['Group 2', null])
  expect(groupsOf(inTitle, tableOf([], pool, { orphan: cells('Lien Positions') }))).toEqual(['Group 2', null])
  expect(groupsOf(tableOf(['Occupancy'], pool), tableOf([], pool))).toEqual([null, null])
})

test('the totals of the last row tell, and a row that is no total tells nothing', () => {
  const inTitle = tableOf(['Occupancy of the Loans in Group 2'], pool)
  const rows = gridOf(['Loans', 'Balance', '%'], [['Owner', ...pool]]).rows
  expect(groupsOf(inTitle, tableOf([], pool, { rows }))).toEqual(['Group 2', null])
})

describe('a group right above the rows', () => {
  const rows = [
    'Primary         100   10,000,000',
    'Investor         50   10,000,000',
    'Total           150   20,000,000',
  ]
  const under = (stub: string, group: string) => {
    const lines = ['             OCCUPANCY', '', `${stub.padEnd(14)} Loans      Balance`, group, ...rows]
    const result = readFiling(Buffer.from(lines.join('\n')), 'pool.txt')
    if ('refusal' in result) throw new Error('refused')
    const [table] = result.report.stratifications
    return [table?.loanGroup, table?.stub?.header]
  }

  it.each(['Group I', 'Loan Group 2', 'Fixed Rate Loans'])(
    'stands under the header over the labels: %s',
    group => {
      expect(under('Occupancy', group)).toEqual([group, 'Occupancy'])
    },
  )

  it('is none where the words go on from those above', () => {
    expect(under('Occupancy of', 'Fixed Rate Loans')).toEqual([null, 'Occupancy of Fixed Rate Loans'])
    expect(under('Combined', 'Occupancy')).toEqual([null, 'Combined Occupancy'])
  })

  it('is none where a kind of loans alone heads the labels, and nothing says what else is split', () => {
    const text = ['Hybrid Loans   Loans      Balance', ...rows].join('\n')
    const result = readFiling(Buffer.from(text), 'pool.txt')
    if ('refusal' in result) throw new Error('refused')
    expect(result.report.stratifications.map(({ loanGroup }) => loanGroup)).toEqual([null])
  })
})

describe('a running foot', () => {
  const page = (loans: string[], foot: string) => `                  Occupancy

Type             Number of Loans       Balance    Percent of Balance
--------------------------------------------------------------------
Owner Occupied          ${loans[0]}      ${loans[0]}0,000                 ${loans[1]}
Investor                ${loans[2]}      ${loans[2]}0,000                 ${loans[3]}
Total                   ${loans[4]}      ${loans[4]}0,000                100.00

${foot}`
  const first = ['300', '75.00', '100', '25.00', '400']
  const second = ['150', '75.00', ' 50', '25.00', '200']
  const groupsIn = (text: string, name = 'pool.txt') => {
    const read = readFiling(Buffer.from(text), name)
    return 'report' in read ? read.report.stratifications.map(({ loanGroup }) => loanGroup) : null
  }

  test.each([
    [
      'with nothing behind the last',
      '                 Group 1 Loans\n<PAGE>\n',
      '                 Group 2 Loans\n',
    ],
    [
      'with a page break behind the last',
      '          Group 1\n                S-4\n<PAGE>\n',
      '          Group 2\n                S-5\n<PAGE>\n',
    ],
    [
      'with page numbers',
      '   Group 1 Loans - Page 1\n\f\n',
      '   Group 2 Loans - Page 2\n\f\nEnd of the tables.\n',
    ],
  ])('names the group of the tables above it, %s', (_, one, two) => {
    const groups = groupsIn(`Mortgage loans of the trust\n\n${page(first, one)}${page(second, two)}`)
    expect(groups?.map(group => group?.slice(0, 7))).toEqual(['Group 1', 'Group 2'])
  })

  test('does so in HTML', () => {
    const html = (loans: string[], foot: string) => `<p><b>Occupancy</b></p><table>
<tr><td>Type</td><td>Number of Loans</td><td>Percent of Loans</td></tr>
<tr><td>Owner Occupied</td><td>${loans[0]}</td><td>${loans[1]}</td></tr>
<tr><td>Investor</td><td>${loans[2]}</td><td>${loans[3]}</td></tr>
<tr><td>Total</td><td>${loans[4]}</td><td>100.00</td></tr></table><p>${foot}</p><hr>`
    const text = `<html><body>${html(first, 'Group A')}${html(second, 'Group B')}</body></html>`
    expect(groupsIn(text, 'pool.htm')).toEqual(['Group A', 'Group B'])
  })

  test('says nothing of a page after it that has none', () => {
    const text = `Mortgage loans\n\n${page(first, '   Group 1 - Page 1\n<PAGE>\n')}${page(second, '   Group 2 - Page 2\n<PAGE>\n')}${page(first, 'These are all.\n')}`
    expect(groupsIn(text)).toEqual(['Group 1', 'Group 2', null])
  })

  test('is no foot where the pages after it go on under it', () => {
    const text = `Mortgage loans\n\n${page(first, '\n          Group 1 Loans\n<PAGE>\n')}${page(second, '\nThat is all.\n')}`
    expect(groupsIn(text)).toEqual([null, 'Group 1'])
  })
})

describe('a sentence that introduces tables', () => {
  const table = (first: string, second: string, all: string) => `
                  Occupancy

Type             Number of Loans       Balance    Percent of Loans
--------------------------------------------------------------------
Owner Occupied          ${first}      ${first}0,000                 75.00
Investor                ${second}      ${second}0,000                 25.00
Total                   ${all}      ${all}0,000                100.00
`
  const groupsIn = (text: string, name = 'pool.txt') => {
    const read = readFiling(Buffer.from(text), name)
    return 'report' in read ? read.report.stratifications.map(({ loanGroup }) => loanGroup) : null
  }
  const one = table('300', '100', '400')
  const other = table('150', ' 50', '200')

  test.each([
    [
      'ends the group before',
      `LOAN GROUP 1\n${one}\n     The tables above are of Loan Group 1. The tables on the\nfollowing pages describe the loans of Loan Group 2.\n${other}`,
      ['LOAN GROUP 1', 'Loan Group 2'],
    ],
    [
      'names the group of the next',
      `     The following table relates to the Group I loans only.\n${one}\n     The next table relates to the Group II loans only.\n${other}`,
      ['Group I', 'Group II'],
    ],
    [
      'holds for one table alone',
      `     The following table relates to the Group I loans only.\n${one}${other}`,
      ['Group I', null],
    ],
    [
      'says nothing where it names several',
      `     The following tables describe the loans of Group I and of Group II.\n${one}${other}`,
      [null, null],
    ],
    [
      'gives way to a heading below it',
      `     The following tables describe the Group 1 loans first.\n\nLOAN GROUP 2\n${one}`,
      ['LOAN GROUP 2'],
    ],
  ])('%s', (_, text, groups) => {
    expect(groupsIn(`Mortgage loans of the trust\n\n${text}`)).toEqual(groups)
  })

  test('does so in HTML', () => {
    const html = (
      group: string,
      count: number,
    ) => `<p>The following tables describe the ${group} loans.</p><p><b>Occupancy</b></p><table>
<tr><td>Type</td><td>Number of Loans</td><td>Percent of Loans</td></tr>
<tr><td>Owner Occupied</td><td>${count * 3}</td><td>75.00</td></tr>
<tr><td>Investor</td><td>${count}</td><td>25.00</td></tr>
<tr><td>Total</td><td>${count * 4}</td><td>100.00</td></tr></table>`
    expect(
      groupsIn(`<html><body>${html('Group 1', 20)}${html('Group 2', 30)}</body></html>`, 'a.htm'),
    ).toEqual(['Group 1', 'Group 2'])
  })
})

describe('words that tell of fewer or more loans than a group', () => {
  const rows = (labels: string[], first: string) => [
    `${first.padEnd(20)}Number of      Principal`,
    `${''.padEnd(20)}    Loans        Balance`,
    ...labels.map(
      (label, order) =>
        `${label.padEnd(20)}${String(10 + order).padStart(9)}${`${order + 1},000,000`.padStart(15)}`,
    ),
    `${'Total'.padEnd(20)}${String(labels.reduce((sum, _, order) => sum + 10 + order, 0)).padStart(9)}${`${labels.reduce((sum, _, order) => sum + order + 1, 0)},000,000`.padStart(15)}`,
    '',
  ]
  const purposes = rows(['Purchase', 'Cash-out Refinance', 'Rate/Term Refinance'], 'Purpose')
  const margins = rows(['2.250', '2.750', '3.250'], 'Gross Margin')
  const groupsIn = (...lines: string[]) => {
    const result = readFiling(Buffer.from(lines.join('\n')), 'pool.txt')
    if ('refusal' in result) throw new Error('refused')
    return result.report.stratifications.map(({ loanGroup }) => loanGroup)
  }
  const title = (text: string) => [`             ${text}`, '']

  it.each(['Gross Margins of the Adjustable Rate Mortgage Loans', 'Gross Margins of the ARM Loans'])(
    'a title says which loans have what is split, and no group: %s',
    words => {
      expect(
        groupsIn('LOAN GROUP 1', '', ...title(words), ...margins, ...title('Purpose'), ...purposes),
      ).toEqual(['LOAN GROUP 1', 'LOAN GROUP 1'])
      expect(groupsIn(...title(words), ...margins, ...title('Purpose'), ...purposes)).toEqual([null, null])
    },
  )

  it('a kind of loans in the title of what all loans have is one', () => {
    expect(groupsIn(...title('Purposes of the Fixed Rate Mortgage Loans'), ...purposes)).toEqual([
      'Fixed Rate Mortgage Loans',
    ])
  })

  it.each(['Aggregate', '  Total'])('a first line of a column’s words is no pool: %s', word => {
    const table = `
                                 Loan Purpose

                                 ${word}
                                   Unpaid
                      Number     Principal
Purpose              of Loans     Balance      Percent
-------------------  --------  --------------  -------
Purchase                   20   $6,000,000.00   60.00%
Cash-Out Refinance         30    4,000,000.00   40.00%
                     --------  --------------  -------
Total                      50  $10,000,000.00  100.00%
`
    expect(groupsIn('LOAN GROUP 2', ...table.split('\n'))).toEqual(['LOAN GROUP 2'])
  })

  it('what a document says of its loans holds for no other', () => {
    const exhibit = (...lines: string[]) => [
      '<DOCUMENT>',
      '<TYPE>EX-99',
      '<TEXT>',
      ...lines,
      '</TEXT>',
      '</DOCUMENT>',
    ]
    const [first, second] = [
      exhibit('GROUP I MORTGAGE LOANS', '', ...title('Loan Purpose'), ...purposes),
      exhibit(...title('Loan Purpose'), ...purposes),
    ]
    expect(groupsIn(...first, ...second)).toEqual(['GROUP I', null])
  })
})

test('the label of the total names the group of its rows, where no other row names one', () => {
  const totalOf = (label: string, first = 'Owner', title: string[] = ['Occupancy']) => {
    const rows = [
      [first, '10', '$1,000,000', '25.00%'],
      ['Investor', '30', '3,000,000', '75.00%'],
      [label, ...pool],
    ]
    return gridOf(['Loans', 'Balance', '%'], rows, { title: cells(...title) })
  }
  expect(groupsOf(totalOf('Total Group II'))).toEqual(['Group II'])
  expect(groupsOf(totalOf('Group II Total:'))).toEqual(['Group II'])
  expect(groupsOf(totalOf('Total'))).toEqual([null])
  expect(groupsOf(totalOf('Group II'))).toEqual([null])
  expect(groupsOf(totalOf('Total Group II', 'Total Group I'))).toEqual([null])
  const headed = totalOf('Total Group II')
  headed.rows = headed.rows.map((row, order) => (order === 0 ? { ...row, group: 'Group I' } : row))
  expect(groupsOf(headed)).toEqual([null])
  expect(groupsOf(totalOf('Total Group II', 'Owner', ['Occupancy of Group I']))).toEqual(['Group I'])
  expect(groupsOf(totalOf('Total Group II'), tableOf(['Occupancy'], other))).toEqual(['Group II', null])
})
