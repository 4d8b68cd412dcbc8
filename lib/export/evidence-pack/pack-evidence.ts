import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FilingReport } from '../../report.ts'
import { formatCsv } from '../csv.ts'
import { stratificationTable } from '../stratification-table.ts'
import { listChecks, listFigures, readPrintedLines, StepWriter } from './evidence.ts'
import type { EvidenceFigure, EvidenceSource } from './evidence-schema.ts'
import { ledgerHtml } from './ledger-html.ts'
import { notesTable, type PackedNote } from './notes-table.ts'
import { readmeText } from './readme.ts'

/** What is packed: the bytes of a filing, and its report as it is kept. */
export type PackedSubject = {
  deal: string
  /** The deal's address, whole. */
  address: string
  notes: readonly PackedNote[]
  bytes: Uint8Array
  reportJson: Uint8Array
}

type Pieces = Iterable<string | Uint8Array>
type PackFile = { name: string; pieces: () => Pieces }

/** The same filing gives the same bytes, so its files carry no time but this. */
const noTime = new Date(1980, 0, 1)

const scriptNames = ['verify.py', 'verify.mjs'] as const
const scripts = path.join(process.cwd(), 'lib/export/evidence-pack')

/**
 * A filing with what was read of it and all that it takes to check it elsewhere, as a zip file, made while it is sent.
 *
 * > README.txt · original/<name> · transcript.txt where bytes alone do not give the printed lines · report.json ·
 * > ledger.html · tables/<id>.csv · notes.csv where people wrote any · verify.py · verify.mjs · evidence.json · SHA256SUMS
 */
export async function packEvidence(subject: PackedSubject): Promise<Readable> {
  const texts = await Promise.all(scriptNames.map(name => readFile(path.join(scripts, name), 'utf8')))
  const tools = scriptNames.map((name, order) => ({ name, pieces: () => [texts[order] ?? ''] }))
  return zipOf(listFiles(subject, tools))
}

/** Files in the order that they are made: sums come behind what they are of. */
function listFiles(subject: PackedSubject, tools: readonly PackFile[]): PackFile[] {
  const { deal, address, notes, bytes, reportJson } = subject
  // Only the library writes it, and it was checked when it was written.
  const report = JSON.parse(Buffer.from(reportJson).toString('utf8')) as FilingReport
  const { lines, changed, source } = readPrintedLines({ bytes, report })
  const figures = listFigures(report, lines)
  const original = `original/${fileName(report.file.name)}`
  const transcript = changed.size > 0 ? 'transcript.txt' : null
  const failed = report.checks.filter(({ outcome }) => outcome === 'fail').length
  const readme = readmeText({
    deal,
    address,
    original,
    sha256: source.sha256,
    figures: figures.length,
    checks: { passed: report.checks.length - failed, failed },
    transcript: transcript !== null,
    notes: notes.length,
  })
  const sums = new Map<string, string>()
  const summed = (file: PackFile): PackFile => ({ ...file, pieces: () => summing(file, sums) })
  const named = (name: string, pieces: () => Pieces) => summed({ name, pieces })
  const evidence = { source: { ...source, transcript }, original, figures }
  return [
    named('README.txt', () => [readme]),
    named(original, () => [bytes]),
    ...(transcript === null ? [] : [named(transcript, () => [lines.join('\n')])]),
    named('report.json', () => [reportJson]),
    named('ledger.html', () => ledgerHtml(deal, report, lines)),
    ...report.stratifications.map(table =>
      named(`tables/${table.id}.csv`, () => [formatCsv(stratificationTable(table))]),
    ),
    ...(notes.length === 0 ? [] : [named('notes.csv', () => [formatCsv(notesTable(notes))])]),
    ...tools.map(summed),
    named('evidence.json', () => evidenceJson(report, evidence, sums)),
    { name: 'SHA256SUMS', pieces: () => [...sums].map(([name, sum]) => `${sum}  ${name}\n`) },
  ]
}

/** A name that every system can keep: the characters of paths and those that print nothing become dashes. */
function fileName(name: string): string {
  const kept = name.replace(/[^\w.,()+ -]+/g, '-').replace(/^[. -]+|[. ]+$/g, '')
  return kept.slice(-120) || 'filing.txt'
}

function* summing({ name, pieces }: PackFile, sums: Map<string, string>): Generator<string | Uint8Array> {
  const sum = createHash('sha256')
  for (const piece of pieces()) {
    sum.update(piece)
    yield piece
  }
  sums.set(name, sum.digest('hex'))
}

type PackedEvidence = { source: EvidenceSource; original: string; figures: readonly EvidenceFigure[] }

/** One figure, check and shared sum a line. */
function* evidenceJson(
  report: FilingReport,
  { source, original, figures }: PackedEvidence,
  sums: ReadonlyMap<string, string>,
): Generator<string> {
  const writer = new StepWriter(figures)
  const files = Object.fromEntries(sums)
  yield `${JSON.stringify({ kind: 'strata-evidence', version: 1, source, original, files }).slice(0, -1)},\n"figures": `
  yield* listJson(figures)
  yield ',\n"checks": '
  yield* listJson(listChecks(report, report.checks, writer))
  yield ',\n"shared": '
  yield* listJson(writer.shared)
  yield '}\n'
}

function* listJson(items: Iterable<object>): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}\n${JSON.stringify(item)}`
    before = ','
  }
  yield before === '[' ? '[]' : '\n]'
}

/** Pieces are joined up to about this many characters, for each costs a turn of its own. */
const pieceLength = 64 * 1024

function* joined(pieces: Pieces): Generator<Uint8Array> {
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      if (text.length < pieceLength) continue
    }
    if (text !== '') yield Buffer.from(text)
    text = ''
    if (typeof piece !== 'string') yield piece
  }
  if (text !== '') yield Buffer.from(text)
}

/** Files are made one by one, each when the one before it is sent. */
function zipOf(files: readonly PackFile[]): Readable {
  const zip = new ZipFile()
  const output = Readable.from(zip.outputStream, { objectMode: false })
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { name, pieces } of files)
    zip.addReadStreamLazy(name, { mtime: noTime, forceDosTimestamp: true }, give =>
      give(null, Readable.from(joined(pieces()), { objectMode: false })),
    )
  zip.end()
  return output
}
