import { describe, expect, it, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

function read(text: string) {
  const answer = readFiling(Buffer.from(`Mortgage loans of the trust\n\n${text}`), 'pool.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, otherTables, checks } = answer.report
  return {
    groups: stratifications.map(({ loanGroup }) => loanGroup),
    shares: stratifications.map(({ columns }) =>
      columns.flatMap(({ measure, header }) => (measure === 'balancePct' ? header : [])),
    ),
    other: otherTables.map(({ kind }) => kind),
    failing: checks.filter(({ outcome }) => outcome === 'fail').length,
  }
}

const groups = (second: string, first = '% of Loan Group') => `LOAN GROUP I

                       Loan Purpose

                        Number of          Principal    ${first.padStart(16)}    ${second.padStart(16)}
Purpose                     Loans            Balance                   I                Pool
---------------------------------------------------------------------------------------------
Purchase                       45      $9,000,000.00              30.00%               15.00
Refinance                     105      21,000,000.00              70.00                35.00
---------------------------------------------------------------------------------------------
Total                         150     $30,000,000.00             100.00%               50.00
`

describe('shares of another whole', () => {
  it('stand beside those of the group that the heading names', () => {
    expect(read(groups('% of Mortgage'))).toEqual({
      groups: ['LOAN GROUP I'],
      shares: [['% of Loan Group I']],
      other: [],
      failing: 0,
    })
  })

  it('are not read where headers name groups beside the balance of the pool', () => {
    const text = `                       Loan Purpose

                 Pool Total      Pool Total     Group 1     Group 2
                  Number of       Principal     Percent     Percent
Purpose               Loans         Balance    of Group    of Group
--------------------------------------------------------------------
Purchase                150     $30,000,000       70.00       85.00
Refinance                50      10,000,000       30.00       15.00
Total                   200     $40,000,000      100.00      100.00
`
    expect(read(text)).toMatchObject({ shares: [[]], failing: 0 })
  })

  it('are held against no balance of a group where the pool’s is not printed, unless they come to a hundred', () => {
    const table = (shares: [string, string, string]) => `LOAN GROUP I

                       Loan Purpose

                        Number of          Principal          % of Total
Purpose                     Loans            Balance       Mortgage Pool
-------------------------------------------------------------------------
Purchase                       45      $9,000,000.00               ${shares[0]}
Refinance                     105      21,000,000.00               ${shares[1]}
-------------------------------------------------------------------------
Total                         150     $30,000,000.00              ${shares[2]}
`
    expect(read(table(['15.00', '35.00', ' 50.00']))).toMatchObject({ failing: 0 })
    expect(read(table(['35.00', '65.00', '100.00'])).failing).toBeGreaterThan(0)
  })
})

test.each([
  ['SCHEDULE OF MORTGAGE LOANS', 'Loan Number', '1000123', '1000124'],
  ['Ten Largest Mortgage Loans', 'Property', 'Alder Mall', 'Birch Tower'],
  ['Mortgage Loan Characteristics', 'Property Name', 'Alder Mall', 'Birch Tower'],
])('single loans split no pool: %s, %s', (title, stub, one, other) => {
  const text = `                  ${title}

                                Original              Current    Mortgage
${stub.padEnd(20)}             Balance              Balance        Rate
-----------------------------------------------------------------------
${one.padEnd(20)}         $250,000.00          $240,000.00       6.500%
${other.padEnd(20)}          150,000.00           140,000.00       7.000
-----------------------------------------------------------------------
Total                        $400,000.00          $380,000.00
`
  expect(read(text)).toMatchObject({ groups: [], other: ['loan-schedule'] })
})
