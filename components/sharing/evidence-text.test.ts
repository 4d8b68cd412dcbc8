import { expect, it } from 'vitest'
import { evidenceText } from './evidence-text.ts'

const one = {
  source: { name: 'a.txt', sha256: 'ab12' },
  figures: [{ line: 84 }, { line: 201 }, { line: 202 }],
  rows: [{ line: 203, lastLine: 204 }],
  checks: [{ outcome: 'pass' }, { outcome: 'fail' }],
}
const href = 'http://strata.test/api/x'

it('tells the claim, its address, the filing with its lines, and the certificate', () => {
  expect(
    evidenceText({ sentence: 'LTV above 77: 10%.', address: 'http://strata.test/a', ...one }, href),
  ).toBe(
    [
      'LTV above 77: 10%.',
      'http://strata.test/a',
      'a.txt, SHA-256 ab12, lines 84, 201 to 204, 1 of 2 checks fail',
      'Certificate, for verify.py or verify.mjs of an evidence pack: http://strata.test/api/x',
    ].join('\n'),
  )
})

it('names each filing of several once', () => {
  const certificates = [one, one, { ...one, source: { name: 'b.txt', sha256: 'cd34' }, checks: [] }]
  const text = evidenceText({ sentence: 'a', address: 'b', certificates }, href)
  expect(text.match(/SHA-256/g)).toHaveLength(2)
  expect(text).toContain('b.txt, SHA-256 cd34, lines 84, 201 to 204\n')
})
