/** A row as it is printed: its label, loans, and balance in cents. */
type PrintedRow = [label: string, loans: number, cents: number]
type PrintedTable = { title: string; stub: string; rows: readonly PrintedRow[] }

const money = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })

/** For the tests: a table as text, with its total. */
function printTable({ title, stub, rows }: PrintedTable, loanGroup: string): string {
  const [loans, cents] = [1, 2].map(at => rows.reduce((sum, row) => sum + Number(row[at]), 0)) as [
    number,
    number,
  ]
  const line = (label: string, count: number, sum: number) =>
    `${label.padEnd(26)}${String(count).padStart(10)}${`$${money(sum)}`.padStart(22)}${`${((100 * sum) / cents).toFixed(2)}%`.padStart(12)}`
  const rule = '-'.repeat(70)
  return [
    `          ${title} in ${loanGroup}`,
    '',
    `${stub.padEnd(26)}${'Mortgage'.padStart(10)}${'Aggregate'.padStart(22)}${'% of'.padStart(12)}`,
    `${''.padEnd(26)}${'Loans'.padStart(10)}${'Principal Balance'.padStart(22)}${'Balance'.padStart(12)}`,
    rule,
    ...rows.map(([label, count, sum]) => line(label, count, sum)),
    rule,
    line('Total:', loans, cents),
    '',
  ].join('\n')
}

const tablesOf = (loanGroup: string, tables: readonly PrintedTable[]) =>
  tables.map(table => printTable(table, loanGroup)).join('\n')

/** Slug of the deal that it is of. */
export const groupedDeal = 'marsh-lane-mortgage-trust-2003-4'

/**
 * For the tests: a filing that prints its tables for two loan groups and none for the whole pool. Their ratios have edges at 60 and
 * 80 in common; at 70 and 90 one of them cuts rows of the other.
 */
export function groupedFiling(): string {
  const first = tablesOf('Loan Group 1', [
    {
      title: 'Original Loan-to-Value Ratios',
      stub: 'Original LTV (%)',
      rows: [
        ['60.00 and below', 20, 400_000_000],
        ['60.01 to 70.00', 30, 700_000_000],
        ['70.01 to 80.00', 60, 1_500_000_000],
        ['80.01 to 95.00', 10, 200_000_000],
      ],
    },
    {
      title: 'Geographic Distribution of the Mortgaged Properties',
      stub: 'State',
      rows: [
        ['California', 70, 1_800_000_000],
        ['Nevada', 30, 600_000_000],
        ['Texas', 20, 400_000_000],
      ],
    },
  ])
  const second = tablesOf('Loan Group 2', [
    {
      title: 'Original Loan-to-Value Ratios',
      stub: 'Original LTV (%)',
      rows: [
        ['60.00 and below', 5, 150_000_000],
        ['60.01 to 80.00', 40, 1_250_000_000],
        ['80.01 to 90.00', 15, 450_000_000],
        ['90.01 to 95.00', 5, 150_000_000],
      ],
    },
    {
      title: 'Geographic Distribution of the Mortgaged Properties',
      stub: 'State',
      rows: [
        ['California', 25, 900_000_000],
        ['Florida', 20, 600_000_000],
        ['Other', 20, 500_000_000],
      ],
    },
  ])
  return `                      Marsh Lane Mortgage Trust 2003-4\n\nDate of Report (Date of earliest event reported): March 28, 2003\n\n${first}\n<PAGE>\n\n${second}`
}
