import { describe, expect, it } from 'vitest'
import { readFixture } from '../testing/cover-texts.ts'

function exhibitsOf(text: string) {
  return readFixture(text).value.exhibits.map(({ number, description, medium, preparedBy }) => [
    number?.value,
    description?.value,
    medium?.value,
    preparedBy?.value,
  ])
}

describe('an index of exhibits', () => {
  const index = `
Item 7.   Financial Statements and Exhibits.

     (a)  Not applicable

                                   SIGNATURES

                                     By: /s/ R. T. Okafor

                                 EXHIBIT INDEX

     99.1     Computational Materials
     99.2     Term Sheet

                                 EXHIBIT 99.1

     [Filed in paper under cover of Form SE]

                                 EXHIBIT 99.2

     1.1      Definitions of the Term Sheet
     2.1      Use of Proceeds
`

  it('ends where the first exhibit begins, whose page says what became of it', () => {
    expect(exhibitsOf(index)).toEqual([
      ['99.1', 'Computational Materials', 'paper', undefined],
      ['99.2', 'Term Sheet', 'missing', undefined],
    ])
  })
})

describe('a list of exhibits', () => {
  it('has no exhibit where a line describes none', () => {
    const list = `
Item 7.   Financial Statements and Exhibits.

     20       shares of the depositor were cancelled.
     99.1     Computational Materials
     99.2     Not applicable.
     99.3     None
     99.4     40
`
    expect(exhibitsOf(list).map(([number]) => number)).toEqual(['99.1'])
  })

  it.each([
    ['Pool tables prepared by Fernmoor Securities Corp. II', 'Fernmoor Securities Corp. II'],
    [
      'Pool tables prepared by J. P. Fernmoor Securities Inc. The tables are final',
      'J. P. Fernmoor Securities Inc.',
    ],
    ['Pool tables prepared by Fernmoor Securities, FSB. Fernmoor sold the loans', 'Fernmoor Securities, FSB'],
  ])('names who prepared one up to the end of the name: %s', (description, preparer) => {
    const list = `
                                    FORM 8-K

Item 7.   Financial Statements and Exhibits.

     99.1     ${description}
`
    expect(exhibitsOf(list).map(([, , , preparedBy]) => preparedBy)).toEqual([preparer])
  })
})
