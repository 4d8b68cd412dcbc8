import type { Bucket, Check, FilingReport, Statistic, Stratification } from '../../report.ts'

/** What of a report is rows of data: each thing by itself, in the order of the report. */
export type ReportPiece =
  | { table: Omit<Stratification, 'buckets'>; bucket: Bucket; position: number }
  | { check: Check }
  | { statistic: Statistic }

/** Lists whose elements are told one by one, by the keys that lead to them. */
const lists = ['stratifications', 'stratifications.buckets', 'checks', 'statistics']

type Level = {
  /** Keys that lead here, with points between. */
  path: string
  isList: boolean
  /** The key whose value comes next; of a list, none. */
  key: string | null
  /** Of a table, what came of it before its rows. */
  known: Record<string, unknown>
  count: number
}

/** A report of so many bytes of JSON is parsed at once, which is much faster. */
const parsedWhole = 2_000_000

/**
 * The rows of a report whose JSON comes bit by bit. That of a large one is never held whole: a filing of hundreds of
 * thousands of rows takes the memory of a few of them. Tables then have what their JSON has before its rows: id, title, group
 * and columns.
 */
export async function* splitReportJson(
  json: AsyncIterable<Uint8Array>,
  whole: number = parsedWhole,
): AsyncGenerator<ReportPiece> {
  const decoder = new TextDecoder()
  const scanner = newScanner()
  let pieces: Uint8Array[] = []
  let length = 0
  for await (const bytes of json) {
    length += bytes.length
    pieces.push(bytes)
    if (length <= whole) continue
    for (const piece of pieces) yield* scanner(decoder.decode(piece, { stream: true }))
    pieces = []
  }
  // Only the library writes reports, and each was checked when it was written.
  if (pieces.length > 0 && length <= whole)
    yield* piecesOf(JSON.parse(Buffer.concat(pieces).toString('utf8')) as FilingReport)
}

function* piecesOf({ stratifications, statistics, checks }: FilingReport): Generator<ReportPiece> {
  for (const table of stratifications)
    for (const [position, bucket] of table.buckets.entries()) yield { table, bucket, position }
  for (const statistic of statistics) yield { statistic }
  for (const check of checks) yield { check }
}

/** Takes text after text, and gives what is whole by then. */
function newScanner(): (text: string) => ReportPiece[] {
  const levels: Level[] = []
  let held = ''
  /** Where in `held` the value or key begins that is being read; -1 between them. */
  let start = -1
  let depth = 0
  let isInText = false
  let isEscaped = false

  return text => {
    const found: ReportPiece[] = []
    const from = held.length
    held += text
    for (let at = from; at < held.length; at++) take(held.charCodeAt(at), at, found)
    held = start < 0 ? '' : held.slice(start)
    start = start < 0 ? -1 : 0
    return found
  }

  function take(code: number, at: number, found: ReportPiece[]): void {
    if (isInText) {
      if (isEscaped) isEscaped = false
      else if (code === 92) isEscaped = true
      else if (code === 34) isInText = false
      return
    }
    if (code === 34) {
      isInText = true
      if (start < 0) start = at
      return
    }
    const isOpening = code === 123 || code === 91
    const isClosing = code === 125 || code === 93
    if (depth > 0) {
      if (isOpening) depth++
      else if (isClosing && --depth === 0) end(at + 1, found)
      return
    }
    if (isOpening) open(code === 91, at)
    else if (isClosing || code === 44) {
      if (start >= 0) end(at, found)
      if (isClosing) levels.pop()
    } else if (code === 58) {
      const level = levels.at(-1)
      if (level) level.key = JSON.parse(held.slice(start, at)) as string
      start = -1
    } else if (start < 0 && code > 32) start = at
  }

  /** Go into an object or list that rows are in; any other is a value. */
  function open(isList: boolean, at: number): void {
    const level = levels.at(-1)
    const path = level === undefined ? '' : level.isList ? level.path : pathOf(level)
    const isRoot = level === undefined
    const isTable = level?.isList && path === 'stratifications'
    if (isRoot || (isList && !level?.isList && lists.includes(path)) || isTable) {
      levels.push({ path, isList, key: null, known: {}, count: 0 })
      return
    }
    start = at
    depth = 1
  }

  function end(at: number, found: ReportPiece[]): void {
    const level = levels.at(-1)
    const value: unknown = JSON.parse(held.slice(start, at))
    start = -1
    if (!level) return
    if (!level.isList) {
      if (level.path === 'stratifications' && level.key) level.known[level.key] = value
      return
    }
    const piece = pieceOf(level, value)
    if (piece) found.push(piece)
  }

  function pieceOf(level: Level, value: unknown): ReportPiece | null {
    if (level.path === 'checks') return { check: value as Check }
    if (level.path === 'statistics') return { statistic: value as Statistic }
    const table = levels.at(-2)
    return table
      ? { table: table.known as Stratification, bucket: value as Bucket, position: level.count++ }
      : null
  }
}

function pathOf({ path, key }: Level): string {
  return path === '' ? (key ?? '') : `${path}.${key}`
}
