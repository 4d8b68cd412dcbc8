import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

function read(
  foot: readonly string[],
  sentence = 'The certificates will be offered by the underwriters at varying prices.',
) {
  const lines = [
    'PROSPECTUS SUPPLEMENT',
    '',
    'Alder Ridge Acceptance Corporation',
    'Depositor',
    '',
    sentence,
    '',
    ...foot,
    '',
    'May 24, 2004',
  ]
  const answer = readFiling(Buffer.from(lines.join('\n')), 'cover.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { deal, issues } = answer.report
  return { underwriters: deal.underwriters.map(({ value }) => value), issues: issues.map(({ code }) => code) }
}

test('names at the foot of a title page that says that somebody offers are the underwriters', () => {
  expect(read(['LARCH SECURITIES INC.         MARLOW & CO.', '', 'Alder Capital LLC'])).toEqual({
    underwriters: ['Larch Securities Inc.', 'Marlow & Co.', 'Alder Capital LLC'],
    issues: [],
  })
})

test('who is known for another role is none of them', () => {
  expect(read(['Alder Ridge Acceptance Corporation']).underwriters).toEqual([])
})

test('nor is anybody on a page where nobody offers', () => {
  expect(read(['Larch Securities Inc.'], 'The certificates are described below.').underwriters).toEqual([])
})

test('what stands there like a name and reads as none is told', () => {
  expect(read(['Larch'])).toEqual({ underwriters: [], issues: ['cover-field-is-not-read'] })
})

test('sentences above the date are no names', () => {
  expect(read(['We will list these certificates on no exchange.'])).toEqual({ underwriters: [], issues: [] })
})
