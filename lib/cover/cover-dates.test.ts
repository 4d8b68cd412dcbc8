import { describe, expect, it } from 'vitest'
import { readAgreementDate } from './agreement.ts'
import { readCutOffDate } from './cut-off-date.ts'
import { findEventDate } from './event-date.ts'
import { findDate } from './find-date.ts'
import { toFlow } from './flow.ts'

function linesOf(text: string) {
  return text.split('\n').map((each, index) => ({ text: each, line: index + 1, origins: null }))
}

function flowOf(text: string) {
  return toFlow(linesOf(text))
}

function readCutOff(text: string, own: string[] = []) {
  return readCutOffDate(flowOf(text), linesOf(text), own)
}

describe('a date in prose', () => {
  it.each([
    ['on September 30, 2002 the', '2002-09-30'],
    ['October 29. 1998', '1998-10-29'],
    ['Septemebr 3,2001', '2001-09-03'],
    ['12/26/97', '1997-12-26'],
    ['the 1st day of May, 2003', '2003-05-01'],
    ['February 30, 2003', null],
    ['Section 13 or 15(d) of the Act of 1934', null],
    ['333-92152', null],
  ])('%s', (text, value) => {
    expect(findDate(text)?.value ?? null).toBe(value)
  })
})

describe('the event date', () => {
  it.each([
    ['Date of Report (Date of earliest Event\n   Reported) May 4, 2003', '2003-05-04'],
    ['Date of Report: May 4, 2003', '2003-05-04'],
    ['Date of report (Date of earliest event reported)\n\n   May 4, 2003', '2003-05-04'],
    ['           May 4, 2003\n     ---------------\n   (Date of Report)', '2003-05-04'],
    ['Date of Report: May 4, 2003 (April 2, 2003)', '2003-04-02'],
    ['Form 8-K filed May 4, 2003', null],
  ])('%s', (text, value) => {
    expect(findEventDate(flowOf(text))?.value ?? null).toBe(value)
  })
})

describe('the cut-off date', () => {
  it.each([
    ['as of the Cut-off Date (September 1, 2002), the loans', '2002-09-01'],
    ['as of the close of business on\nMay 1, 2003 (the "Cut-off Date")', '2003-05-01'],
    ['as of May 1, 2003, the cut-off date, and', '2003-05-01'],
    ['Cut-Off Date:      May 1, 2003', '2003-05-01'],
    ['The "Cut-off Date" is the close of business on May 1, 2003.', '2003-05-01'],
    ['a cutoff date of May 1, 2003', '2003-05-01'],
    ['The cut-off date for the mortgage loans is May 1, 2003.', '2003-05-01'],
    ['given as of May 1, 2003, which is the Cut-off Date.', '2003-05-01'],
    ['pooled as of the close of business on May 1, 2003, which we call the cut-off date.', '2003-05-01'],
    ['as of May 1, 2003, which date is referred to herein as the "Cut-off Date"', '2003-05-01'],
    ['as of May 1, 2003 (referred to in this prospectus supplement as the cut-off date)', '2003-05-01'],
    ['as of May 1, 2003, being the cut-off date, and', '2003-05-01'],
    ['May 1, 2003 will be the cut-off date.', '2003-05-01'],
    ['The cut-off date falls on May 1, 2003.', '2003-05-01'],
    ['May 1, 2003, which is a month after the cut-off date.', null],
    ['the closing on May 1, 2003, and the cut-off date', null],
    ['as of the applicable Cut-off Date. All percentages', null],
    ['On May 1, 2003 the Company sold loans with a Cut-off Date', null],
  ])('%s', (text, value) => {
    expect(readCutOff(text).value?.value ?? null).toBe(value)
  })
})

describe('of several cut-off dates', () => {
  it.each([
    ['The statistical cut-off date is May 1, 2003. The cut-off date is June 1, 2003.', '2003-06-01'],
    ['The initial cut-off date is May 1, 2003, a subsequent cut-off date of July 1, 2003 is', '2003-05-01'],
    [
      'The Alder Trust 2002-1 had a cut-off date of May 1, 2002. The cut-off date is May 1, 2003.',
      '2003-05-01',
    ],
    ['Trust 2003-4 has a cut-off date of May 1, 2003, Trust 2002-1 had one of June 1, 2002.', '2003-05-01'],
    ['    Cut-off Date     June 30, 2003\n    Balance      Balance\n\n  $1,000,000    $900,000', null],
    ['Closing Date:  June 30, 2003   Cut-off Date:', null],
  ])('%s', (text, value) => {
    const read = readCutOff(text, ['2003-4'])
    expect([read.value?.value ?? null, read.issues]).toEqual([value, []])
  })

  it('gives the first of two that are called the same, and counts them', () => {
    const read = readCutOff(
      'group 1 has a cut-off date of May 1, 2003, group 2 a cut-off date of June 1, 2003',
    )
    expect([read.value?.value, read.issues.map(each => each.code)]).toEqual([
      '2003-05-01',
      ['cover-prints-several'],
    ])
  })
})

describe('the agreement date', () => {
  it.each([
    ['Servicing Agreement, dated as of May 1,\n2003', '2003-05-01'],
    ['a Pooling and Servicing Agreement (the "Agreement"), dated May 1, 2003', '2003-05-01'],
    ['an Indenture dated as of May 1, 2003', '2003-05-01'],
    ['this agreement of the parties. Dated May 1, 2003', null],
  ])('%s', (text, value) => {
    expect(readAgreementDate(flowOf(text))?.value ?? null).toBe(value)
  })
})
