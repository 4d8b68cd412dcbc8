import { type InHand, replaceWords } from './filings.ts'

const head = `                      Elderflower Mortgage Trust 2002-7

             Geographic Distribution of Mortgaged Properties

                        Number of    Aggregate Principal   Percent of
State                   Mortgage Loans   Balance Outstanding   Mortgage Loans
--------------------------------------------------------------------------
`
/** A deal as its term sheet has it. */
export const termSheet: InHand = {
  name: 'term-sheet.txt',
  text: `${head}California                    50    $    5,000,000.00       50.00%
New York                      30    $    3,000,000.00       30.00%
Texas                         20    $    2,000,000.00       20.00%
Total                        100    $   10,000,000.00      100.00%
`,
}
/** The same deal once loans have left it and others came. */
export const finalPool: InHand = {
  name: 'final-pool.txt',
  text: replaceWords(termSheet.text, [
    [
      'California                    50    $    5,000,000.00       50.00%',
      'California                    40    $    4,000,000.00       40.00%',
    ],
    ['Texas                         20', 'Florida                       30'],
    ['2,000,000.00       20.00%', '3,000,000.00       30.00%'],
  ]),
}
export const changingUrl = '/deals/elderflower-mortgage-trust-2002-7'
