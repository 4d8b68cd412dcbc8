import { expect, it } from 'vitest'
import { findFixtures, runFixture } from '../../fixtures/run-fixture.ts'
import type { FilingReport } from '../../report.ts'
import { inventReport } from '../../testing/invented-report.ts'
import { type ReportPiece, splitReportJson } from './split-report-json.ts'

async function split(report: FilingReport, size: number, whole: number): Promise<ReportPiece[]> {
  const bytes = Buffer.from(JSON.stringify(report))
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const found: ReportPiece[] = []
  for await (const piece of splitReportJson(pieces(), whole)) found.push(piece)
  return found
}

/** Told alike whether it is parsed at once or bit by bit. */
async function expectWhole(report: FilingReport, size: number): Promise<void> {
  for (const whole of [0, 1e9]) expectPieces(report, await split(report, size, whole))
}

function expectPieces(report: FilingReport, pieces: ReportPiece[]): void {
  const checks = pieces.flatMap(piece => ('check' in piece ? [piece.check] : []))
  const statistics = pieces.flatMap(piece => ('statistic' in piece ? [piece.statistic] : []))
  const rows = pieces.flatMap(piece =>
    'bucket' in piece ? [{ table: piece.table.id, position: piece.position, bucket: piece.bucket }] : [],
  )
  expect(checks).toEqual(report.checks)
  expect(statistics).toEqual(report.statistics)
  expect(rows).toEqual(
    report.stratifications.flatMap(({ id, buckets }) =>
      buckets.map((bucket, position) => ({ table: id, position, bucket })),
    ),
  )
}

it.each([1, 2, 7, 64, 1_000_000])('tells the rows of a report in pieces of %i bytes', size =>
  expectWhole(inventReport(), size),
)

it('keeps texts that look like JSON, and characters of several bytes', async () => {
  const [table] = inventReport().stratifications
  const [bucket] = table?.buckets ?? []
  if (!table || !bucket) throw new Error('the invented report has a table')
  const label = '}]{"checks":[ \\" “Ö” \\'
  const odd = {
    ...table,
    title: label,
    buckets: [
      { ...bucket, label },
      { ...bucket, heading: '\n[,' },
    ],
  }
  for (const size of [1, 3, 50]) await expectWhole(inventReport({ stratifications: [odd, table] }), size)
})

it.each(findFixtures().slice(0, 25))('tells all rows of %s', name =>
  expectWhole(runFixture(name).report, 999),
)
