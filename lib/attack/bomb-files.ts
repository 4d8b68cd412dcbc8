import { gzipSync } from 'node:zlib'
import { findFamily, hostileTexts, printLargeFiling } from '../fixtures/large-filings.ts'
import { inventedZip } from '../testing/invented-zip.ts'
import { overlappingZip } from './overlapping-zip.ts'

/** A file made to be hard on who opens it; `size` is what `make` is asked for in full, in its own measure. */
export type Bomb = {
  name: string
  size: number
  make: (size: number) => Uint8Array
  isArchive?: boolean
  /** Opens to more than it seems: the time of its upload is its own, as a large one's. */
  isLargeInside?: boolean
}

const page = (body: string) => Buffer.from(`<html><p>Mortgage Loans</p>\n${body}</html>\n`)
const cells = (count: number, text: (at: number) => string) =>
  `<tr>${Array.from({ length: count }, (_, at) => `<td>${text(at)}</td>`).join('')}</tr>`
const header = (count: number, word: (at: number) => string) =>
  page(
    `<table>${cells(count, word)}${cells(count, at => (at === 0 ? '5.500' : '12'))}${cells(count, at => (at === 0 ? '6.000' : '34'))}</table>`,
  )
const text = (...lines: string[]) =>
  Buffer.from(['EXHIBIT 99.1', '', 'Mortgage Loans', '', ...lines, ''].join('\n'))
const times = (piece: string, count: number) => piece.repeat(Math.max(1, count))
/** So many bytes of lines, one text of them all: there may be more than a call takes arguments. */
const filled = (bytes: number, line: (at: number) => string) => {
  const lines: string[] = []
  for (let length = 0, at = 0; length < bytes; at++) {
    const next = line(at)
    lines.push(next)
    length += next.length + 1
  }
  return lines.join('\n')
}

const ratesHead = ['Mortgage Rates', '', 'Rate (%)          Loans             Balance    Percent of Pool']
const rateRow = (at: number) =>
  `${(3 + at / 1000).toFixed(3).padEnd(14)}${String(1 + (at % 900)).padStart(9)}   $${(113_346.21 + at).toFixed(2).padStart(14)}       ${((at % 97) / 100).toFixed(2)}%`
const loan = (at: number) =>
  `${String(1_000_000 + at)}   ${(5 + (at % 300) / 100).toFixed(3)}   ${(80_000 + at * 1.37).toFixed(2).padStart(14)}   360   ${String(at % 360).padStart(3)}   CA   ${String(90_001 + (at % 900))}   ${(40 + (at % 55)).toFixed(2)}`
const scheduleHead = [
  'MORTGAGE LOAN SCHEDULE',
  '',
  'Loan No.   Rate         Balance   Term   Age   State   ZIP     LTV',
]

/** Wide, deep and long, in text, HTML and archives. Sizes are those that were seen to hurt, or the largest taken. */
const made: readonly Bomb[] = [
  { name: 'header-1000-cells.htm', size: 1000, make: size => header(size, () => 'Loans') },
  { name: 'header-3000-cells.htm', size: 3000, make: size => header(size, () => 'Loans') },
  { name: 'header-7400-cells.htm', size: 7400, make: size => header(size, () => 'Loans') },
  {
    name: 'header-of-other-words.htm',
    size: 5000,
    make: size => header(size, at => `Number ${at} of Loans`),
  },
  {
    name: 'header-of-spans.htm',
    size: 5000,
    make: size =>
      page(
        `<table>${Array.from({ length: 5 }, () => `<tr>${times('<td colspan=2>Balance</td>', size / 2)}</tr>`).join('')}${cells(size, () => '12')}${cells(size, () => '34')}</table>`,
      ),
  },
  {
    name: 'spans-without-end.htm',
    size: 2000,
    make: size =>
      page(`<table>${times('<tr><td rowspan=60000 colspan=1000>Loans<td>12</tr>', size)}</table>`),
  },
  {
    name: 'wide-lines.txt',
    size: 1_000_000,
    make: size => text(...ratesHead, ...[1, 2, 3].map(() => times('113,346,210.62  ', size / 16))),
  },
  {
    name: 'wide-header-line.txt',
    size: 400_000,
    make: size =>
      text(
        'Mortgage Rates',
        '',
        times('Loans   ', size / 8),
        times('-----   ', size / 8),
        times('   12   ', size / 8),
      ),
  },
  {
    name: 'two-level-rule.txt',
    size: 400_000,
    make: size =>
      text(
        'Mortgage Rates',
        '',
        times('Number of Loans   ', size / 36),
        times('---------------   ', size / 36),
        times('Old   New   ', size / 24),
        times('---   ---   ', size / 24),
        times('12    34    ', size / 24),
      ),
  },
  { name: 'tabs.txt', size: 1_000_000, make: size => text(...ratesHead, times('\t12', size / 3)) },
  {
    name: 'tables-in-tables.htm',
    size: 60_000,
    make: size => page(`${times('<table><tr><td>1', size)}${times('</td></tr></table>', size)}`),
  },
  {
    name: 'divisions-in-divisions.htm',
    size: 200_000,
    make: size => page(`${times('<div>', size)}Loans${times('</div>', size)}`),
  },
  {
    name: 'loan-schedule.txt',
    size: 10_000_000,
    make: size => text(...scheduleHead, filled(size, loan)),
  },
  {
    name: 'stratification-of-150000-rows.txt',
    size: 10_000_000,
    make: size => text(...ratesHead, filled(size, rateRow)),
  },
  {
    name: 'loan-schedule.htm',
    size: 10_000_000,
    make: size =>
      page(
        `<table>${cells(5, at => ['Loan', 'Rate', 'Balance', 'Term', 'State'][at] ?? '')}${filled(size, at => cells(5, column => [String(1_000_000 + at), '5.500', '81,234.56', '360', 'CA'][column] ?? ''))}</table>`,
      ),
  },
  {
    name: 'many-tables.txt',
    size: 10_000_000,
    make: size => Buffer.from(printLargeFiling(findFamily('several'), size)),
  },
  {
    name: 'many-tables.htm',
    size: 10_000_000,
    make: size => Buffer.from(printLargeFiling(findFamily('html-several'), size)),
  },
  {
    name: 'huge-label.htm',
    size: 1_000_000,
    make: size =>
      page(
        `<p>Mortgage Rates</p><table>${cells(3, at => ['Rate', 'Loans', 'Balance'][at] ?? '')}<tr><td>${times('Ohio ', size / 5)}<td>12<td>100.00</tr><tr><td>Iowa<td>3<td>50.00</tr></table>`,
      ),
  },
  {
    name: 'huge-title.txt',
    size: 1_000_000,
    make: size =>
      text(times('Mortgage Rates ', size / 15), '', ...ratesHead.slice(2), rateRow(1), rateRow(2)),
  },
  {
    name: 'huge-cover.txt',
    size: 1_000_000,
    make: size =>
      text(`${times('Fernhill ', size / 9)}Loan Trust 2003-1`, '', ...ratesHead, rateRow(1), rateRow(2)),
  },
  {
    name: 'notes-without-end.txt',
    size: 2_000_000,
    make: size =>
      text(
        ...ratesHead,
        rateRow(1),
        rateRow(2),
        '',
        filled(size, at => `(${at + 1}) As of the cut-off date.`),
      ),
  },
  {
    name: 'figures-nobody-can-read.htm',
    size: 2_000_000,
    make: size =>
      page(
        `<p>Mortgage Rates</p><table>${cells(3, at => ['Rate', 'Loans', 'Balance'][at] ?? '')}${filled(size, at => `<tr><td>${(5 + at / 1000).toFixed(3)}<td>1?2<td>${at}.0.0</tr>`)}</table>`,
      ),
  },
  {
    name: 'blanks-in-gzip.gz',
    size: 49_000_000,
    isArchive: true,
    isLargeInside: true,
    make: size => gzipSync(Buffer.from(`EXHIBIT 99.1\nMortgage Loans\n${' '.repeat(size)}`), { level: 9 }),
  },
  {
    name: 'rows-in-gzip.gz',
    size: 30_000_000,
    isArchive: true,
    isLargeInside: true,
    make: size => gzipSync(text(...ratesHead, times(`${rateRow(7)}\n`, size / 70)), { level: 9 }),
  },
  {
    name: 'overlapping-entries.zip',
    size: 2000,
    isArchive: true,
    make: size => overlappingZip(size, Buffer.from(`Mortgage Loans\n${' '.repeat(200_000)}`)),
  },
  {
    name: 'overlapping-large-entries.zip',
    size: 2000,
    isArchive: true,
    make: size => overlappingZip(size, Buffer.from(`Mortgage Loans\n${' '.repeat(40_000_000)}`)),
  },
  {
    name: 'two-thousand-files.zip',
    size: 2000,
    isArchive: true,
    isLargeInside: true,
    make: size =>
      inventedZip(
        Array.from({ length: size }, (_, at) => ({
          name: `exhibit-${at}.txt`,
          content: text(`File ${at}`, ...ratesHead, rateRow(at), rateRow(at + 1)),
        })),
      ),
  },
]

/** The texts that reading has to be linear in, as whole files. */
const hostileBytes = 1_000_000
const hostile: readonly Bomb[] = Object.entries(hostileTexts).map(([name, print]) => ({
  name: `${name.replaceAll(' ', '-')}.${print(1).startsWith('<html') ? 'htm' : 'txt'}`,
  size: hostileBytes,
  make: size => Buffer.from(print(size)),
}))

export const bombs: readonly Bomb[] = [...made, ...hostile]
