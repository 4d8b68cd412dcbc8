import { describe, expect, it } from 'vitest'
import { readFixture } from '../testing/cover-texts.ts'

const coverOf = (...names: string[]) => `
                                    FORM 8-K

${names.map(name => `                     ${name}`).join('\n')}
             (Exact name of registrant as specified in its charter)

     The Pass-Through Certificates are described below.
`

describe('names of registrants over several lines', () => {
  it.each([
    [['ALDERBROOK MORTGAGE', 'SECURITIES CORPORATION'], 'ALDERBROOK MORTGAGE SECURITIES CORPORATION', null],
    [
      ['ALDERBROOK FUNDING LLC', 'ALDERBROOK TRUST 2001-4'],
      'ALDERBROOK FUNDING LLC',
      'ALDERBROOK TRUST 2001-4',
    ],
    [['ALDERBROOK LOAN', 'trust 2001-4'], null, 'ALDERBROOK LOAN trust 2001-4'],
  ])('%s', (names, depositor, trust) => {
    const { value: deal } = readFixture(coverOf(...names))
    expect([deal.depositor?.value ?? null, deal.trust?.value ?? null]).toEqual([depositor, trust])
  })
})
