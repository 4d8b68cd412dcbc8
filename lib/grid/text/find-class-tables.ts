import { largest, smallest } from '../../extremes.ts'
import type { Grid } from '../grid.ts'
import { gridSettings } from '../settings.ts'
import { isTotalLabel } from '../total-label.ts'
import type { ColumnExtent } from './find-columns.ts'
import { findTopLines } from './find-header.ts'
import type { Fragment } from './fragment.ts'
import { splitFragments } from './fragments.ts'
import { readHeader } from './read-header.ts'
import { cellOf } from './read-rows.ts'
import { fromAt, isTooWideAt, type ScannedLines, shapeAt, textAt, toAt } from './scan-lines.ts'

/** A line whose pieces are the fields of a class: its name, figures, and words at the end. */
export type ClassLine = { index: number; fields: readonly Fragment[] }

const NAME = /^(?:Class(?:es)? )?[A-Z0-9]{1,4}(?:-[A-Z0-9]{1,4}){0,3}(?:\(\d\))?$/
const FIGURE = /\d,\d{3}|\d\.\d|\d%/
const CLASSES = /\bclass(?:es)?\b|\btranches?\b|\bcertificates?\b|\bnotes?\b|\bratings?\b/i
const MOST_APART = 3

/**
 * Find the runs of lines that may be tables of classes whose rows end in words, as a column of ratings does; rows that end in figures are no matter
 * of this.
 *
 * > Class    Approximate Size ($)   Type       Expected Ratings
 *   A-1               120,000,000   Senior     AAA/Aaa
 *   M-1                20,000,000   Mezzanine  AA/Aa2
 */
export function findClassRuns(scan: ScannedLines): ClassLine[][] {
  const runs: ClassLine[][] = []
  let run: ClassLine[] = []
  const close = () => {
    if (run.length > 1) runs.push(run)
    run = []
  }
  for (let index = scan.first; index < scan.last; index++) {
    const fields = mayBeClass(scan, index) ? classFields(scan, index) : null
    if (fields === null) continue
    const last = run[run.length - 1]
    if (
      last !== undefined &&
      (index - last.index > MOST_APART || Math.abs(fields.length - last.fields.length) > 1)
    )
      close()
    run.push({ index, fields })
  }
  close()
  return runs
}

/** Begins with a capital or a digit and ends in a letter or a sign of a rating. Saves time: two characters tell most lines. */
function mayBeClass(scan: ScannedLines, index: number): boolean {
  if (shapeAt(scan, index) !== 'text' || isTooWideAt(scan, index)) return false
  const line = scan.lines[index] ?? ''
  const first = line.charCodeAt(fromAt(scan, index))
  const last = line.charCodeAt(toAt(scan, index) - 1)
  if (!((first >= 65 && first <= 90) || (first >= 48 && first <= 57))) return false
  const isWord = (last | 32) >= 97 && (last | 32) <= 122
  if (!isWord && last !== 43 && last !== 45 && !(last >= 49 && last <= 51)) return false
  const second = line.indexOf('  ', fromAt(scan, index))
  return second > 0 && second - fromAt(scan, index) <= 16
}

function classFields(scan: ScannedLines, index: number): readonly Fragment[] | null {
  const fields = splitFragments(scan, index)
  const [name, ...more] = fields
  const last = more[more.length - 1]
  if (name === undefined || last === undefined || more.length < 2) return null
  if (more.length > gridSettings.mostColumns) return null
  const line = scan.lines[index] ?? ''
  const textOf = ({ start, end }: Fragment) => line.slice(start, end)
  if (!NAME.test(textOf(name)) || !/[A-Za-z]/.test(textOf(last))) return null
  return more.some(field => FIGURE.test(textOf(field))) ? fields : null
}

/**
 * The run as a grid; null when no word around it speaks of classes. `floor` is the line, 0-based, that title and header do
 * not reach over: the last row of the table before.
 */
export function readClassTable(scan: ScannedLines, run: readonly ClassLine[], floor: number): Grid | null {
  const [first] = run
  const last = run[run.length - 1]
  if (first === undefined || last === undefined) return null
  const columns = columnsOf(run)
  const total = totalBelow(scan, last.index)
  const lines = total === null ? run : [...run, total]
  const end = total?.index ?? last.index
  const labels = {
    start: smallest(run.map(({ fields }) => fields[0]?.start ?? 0)),
    end: largest(run.map(({ fields }) => fields[0]?.end ?? 0)),
  }
  const top = findTopLines(scan, first.index, floor, { labelEnd: labels.end, columns })
  const words = [...top.title, ...top.header].map(index => textAt(scan, index)).join(' ')
  if (!CLASSES.test(words)) return null
  const start = top.title[0] ?? top.header[0] ?? first.index
  const linesOf = (indexes: readonly number[]) =>
    indexes.map(index => cellOf(scan, index, fromAt(scan, index), toAt(scan, index)))
  return {
    headings: linesOf(top.headings),
    title: linesOf(top.title),
    ...readHeader(scan, top.header, [columns], labels, last.index),
    rows: lines.map(line => readLine(scan, line, columns)),
    tail: [],
    notes: [],
    at: {
      line: start + 1,
      start: fromAt(scan, start) + 1,
      end: toAt(scan, end) + 1,
      lastLine: end + 1,
    },
  }
}

/** A total right under the classes, with a rule between them or none. It has no ratings, so no run of classes has it. */
function totalBelow(scan: ScannedLines, last: number): ClassLine | null {
  for (let index = last + 1; index <= last + MOST_APART && index < scan.last; index++) {
    const fields = shapeAt(scan, index) === 'text' ? splitFragments(scan, index) : []
    const [name, ...more] = fields
    if (name === undefined) continue
    const line = scan.lines[index] ?? ''
    const isTotal = isTotalLabel(line.slice(name.start, name.end))
    return isTotal && more.some(({ start, end }) => FIGURE.test(line.slice(start, end)))
      ? { index, fields }
      : null
  }
  return null
}

/** The columns of the line with the most fields, as wide as the fields of all lines with as many. */
function columnsOf(run: readonly ClassLine[]): ColumnExtent[] {
  const most = largest(run.map(({ fields }) => fields.length))
  const full = run.filter(({ fields }) => fields.length === most)
  return Array.from({ length: most - 1 }, (_, order) => ({
    start: smallest(full.map(({ fields }) => fields[order + 1]?.start ?? 0)),
    end: largest(full.map(({ fields }) => fields[order + 1]?.end ?? 0)),
    money: false,
    percent: false,
  }))
}

function readLine(
  scan: ScannedLines,
  { index, fields }: ClassLine,
  columns: readonly ColumnExtent[],
): Grid['rows'][number] {
  const cell = (field: Fragment) => cellOf(scan, index, field.start, field.end)
  const [name, ...more] = fields
  return {
    label: name === undefined ? null : cell(name),
    cells: columns.map(({ start, end }, order) => {
      const own =
        more.length === columns.length
          ? more[order]
          : more.find(field => field.start < end && field.end > start)
      return own === undefined ? null : cell(own)
    }),
    group: null,
    at: { line: index + 1, start: fromAt(scan, index) + 1, end: toAt(scan, index) + 1 },
  }
}
