import { describe, expect, it } from 'vitest'
import { decodeFiling } from './filing/decode-filing.ts'
import { windowOf, windowOfPacked } from './library/find-lines.ts'
import { readFiling } from './read-filing.ts'
import { readPackedFiling } from './read-packed-filing.ts'
import { inventedOffice } from './testing/invented-exhibit.ts'
import { packFile } from './testing/pack-file.ts'
import { printExhibit } from './testing/print-exhibit.ts'

const exhibit = printExhibit('cmbs', [
  inventedOffice,
  { ...inventedOffice, assetNumber: '2', originatorName: 'Zürich & Co'.replace('&', '&amp;') },
  { ...inventedOffice, assetNumber: '2', originalLoanAmount: 'much', mystery: '1' },
  ...Array.from({ length: 30 }, (_, at) => ({ ...inventedOffice, assetNumber: `L-${at}` })),
])
const submissionOf = (...exhibits: string[]) =>
  [
    '<SEC-DOCUMENT>0001234567-24-000001.txt : 20240311',
    '<SEC-HEADER>0001234567-24-000001.hdr.sgml : 20240311',
    'ACCESSION NUMBER:\t\t0001234567-24-000001',
    'CONFORMED SUBMISSION TYPE:\tABS-EE',
    '</SEC-HEADER>',
    '<DOCUMENT>\n<TYPE>ABS-EE\n<SEQUENCE>1\n<TEXT>',
    '<html><body><p>FORM ABS-EE</p><p style="display:none">Hidden</p><p>Fernhill Trust 2024-1</p></body></html>',
    '</TEXT>\n</DOCUMENT>',
    ...exhibits.map(
      (xml, at) =>
        `<DOCUMENT>\n<TYPE>EX-102\n<SEQUENCE>${at + 2}\n<FILENAME>ex102.xml\n<TEXT>\n<XML>\n${xml}</XML>\n</TEXT>\n</DOCUMENT>`,
    ),
    '<DOCUMENT>\n<TYPE>EX-99\n<SEQUENCE>9\n<TEXT>\nA note of 1,234.56 behind it.\n</TEXT>\n</DOCUMENT>',
    '</SEC-DOCUMENT>',
    '',
  ].join('\n')

/** Files as they are read at once, and as they are read while they are unpacked. */
const files: Record<string, string> = {
  'an exhibit alone': exhibit,
  'an exhibit whose lines end in CRLF': exhibit.replaceAll('\n', '\r\n'),
  'an exhibit with each asset on a line': exhibit.replaceAll(/\n {2}| *\n (?=<\/)/g, ''),
  'an exhibit behind a byte order mark': `\uFEFF${exhibit}`,
  'an exhibit with a prefix': exhibit.replaceAll(/<(\/?)(\w)/g, '<$1x:$2').replace(' xmlns=', ' xmlns:x='),
  'an exhibit that breaks off': exhibit.slice(0, exhibit.length / 2),
  'an exhibit that is not well-formed': exhibit.replace('</originalLoanAmount>', '</other>'),
  'an exhibit with a type of document': exhibit.replace('?>\n', '?>\n<!DOCTYPE assetData>\n'),
  'an exhibit without loans': printExhibit('cmbs', []),
  'an exhibit behind blank lines': `\n\n  ${exhibit}`,
  'an exhibit whose loans are all paid': printExhibit('cmbs', [
    { ...inventedOffice, reportPeriodEndActualBalanceAmount: '0.00', liquidationPrepaymentCode: '3' },
  ]),
  'a submission': submissionOf(exhibit),
  'a submission with two exhibits': submissionOf(exhibit, exhibit),
}

describe.each(Object.entries(files))('%s that is packed', (_, text) => {
  const bytes = Buffer.from(text)

  it('is read as it is when it is held', async () => {
    const held = readFiling(bytes, 'ex102.xml')
    if ('refusal' in held) throw new Error(held.refusal.code)
    for (const length of [7, 1e6]) {
      const read = await readPackedFiling(await packFile(bytes, length), 'ex102.xml')
      if ('refusal' in read) throw new Error(read.refusal.code)
      const byPlace = (report: typeof held.report) => ({
        ...report,
        issues: [...report.issues].sort((one, other) => one.code.localeCompare(other.code)),
      })
      // Blank lines of an exhibit are nothing that anybody looks for.
      const { coverage: heldCoverage, ...expected } = byPlace(held.report)
      const { coverage, ...found } = byPlace(read.report)
      expect(found).toEqual(expected)
      expect(coverage.lines).toBe(heldCoverage.lines)
      expect(coverage.unexplained).toBe(heldCoverage.unexplained)
      // Of a filing whose lines are set otherwise, loans are read once more.
      if (held.loans) expect(read.loans?.loans).toEqual(held.loans.loans)
      else expect(read.loans?.loans.length ?? 0).toBe(held.report.tape?.loans ?? 0)
    }
  })

  it('shows the same lines', async () => {
    const packed = await packFile(bytes)
    const decoded = decodeFiling(bytes)
    if ('refusal' in decoded) throw new Error(decoded.refusal.code)
    const { lines } = decoded.file
    for (const [from, to] of [
      [1, 5],
      [3, 3],
      [lines.length - 2, lines.length + 9],
      [40, 60],
      [5000, 6000],
    ] as const)
      expect(await windowOfPacked(packed, { from, to })).toEqual(windowOf(lines, { from, to }))
  })
})

it('refuses a file that holds no exhibit, or one of another form, for nobody holds as much', async () => {
  const packed = await packFile(Buffer.from('Principal balance of the mortgage loans at the cut-off date\n'))
  expect(await readPackedFiling(packed, 'large.txt')).toMatchObject({
    refusal: { code: 'file-is-too-large' },
  })
})

it('tells the encoding of a file however it is cut', async () => {
  const encodingOf = async (bytes: Buffer) =>
    await Promise.all([1, 2, 3, 1000].map(async length => (await packFile(bytes, length)).encoding))
  expect(new Set(await encodingOf(Buffer.from('plain')))).toEqual(new Set(['ascii']))
  expect(new Set(await encodingOf(Buffer.from('Zürich – 東京 😀')))).toEqual(new Set(['utf-8']))
  expect(new Set(await encodingOf(Buffer.from('Zürich – 😀').subarray(0, -1)))).toEqual(
    new Set(['windows-1252']),
  )
  expect(new Set(await encodingOf(Buffer.from('Zürich', 'latin1')))).toEqual(new Set(['windows-1252']))
})
