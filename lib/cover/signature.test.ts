import { describe, expect, it } from 'vitest'
import { readFixture } from '../testing/cover-texts.ts'

describe('a signature', () => {
  it('ends with its page', () => {
    const { value: deal } = readFixture(`
                                    FORM 8-K

                                   SIGNATURES

     Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed.

                                     By: /s/ R. T. Okafor
                                     Name:   Rosalind T. Okafor
<PAGE>
                                     Title:  Scheduled balances by rate
`)
    expect([deal.signatory?.value, deal.signatoryTitle]).toEqual(['Rosalind T. Okafor', null])
  })
})
