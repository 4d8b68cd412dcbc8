#!/usr/bin/env node
/**
 * Checks evidence without a network and without any package.
 *
 *   node verify.mjs                                  the pack that this file is part of
 *   node verify.mjs FOLDER                           another pack
 *   node verify.mjs certificate.json original.txt    a certificate, with the filing it speaks of; for several filings, all of them
 *
 * Ends with 0 where everything holds, with 1 where anything does not, with 2 where there is nothing to check.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const mostListed = 20
const faults = []
const notes = []
const fault = text => faults.push(text)
const note = (number, one, several) =>
  number > 0 && notes.push(`${number} ${number === 1 ? one : (several ?? one)}`)
/** > 1 check, 12 checks */
const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

// 0. Evidence is written as these say: a name for a value, a list of a shape, the parts of an object; `?` where it may be missing.

const place = { line: 'order', start: 'order', end: 'order', 'lastLine?': 'order' }
const source = {
  name: 'text',
  sha256: 'text',
  bytes: 'count',
  decoding: { encoding: 'encoding', bytes: 'count', lines: 'count' },
  transcript: 'transcript',
}
const printed = {
  unit: 'text or null',
  value: 'number or null',
  scale: 'number',
  ...place,
  text: 'text',
}
const cell = { table: 'text', row: 'row', measure: 'text', ...printed }
const stated = { statistic: 'text', ...printed }
const check = {
  code: 'text',
  stratification: 'text or null',
  measure: 'text or null',
  bucket: 'count or null',
  statistic: 'text or null',
  'reference?': 'text',
  outcome: 'outcome',
  expected: 'number',
  found: 'number',
  tolerance: 'number',
  bounds: 'ends or null',
  at: place,
  words: 'text',
  arithmetic: 'arithmetic or null',
}
const arithmetic = { expected: 'step', 'found?': 'step', 'bounds?': ['step'] }
const end = { value: 'number', arithmetic: 'step or null' }
const claim = { what: 'text', unit: 'text or null', low: end, high: end }
const row = { table: 'text', label: 'text', part: 'part', ...place, text: 'text' }
const evidenceShape = {
  source,
  original: 'text',
  files: 'sums',
  figures: ['figure'],
  checks: [check],
  shared: ['step'],
}
const certificateShape = {
  sentence: 'text',
  address: 'text',
  source,
  claims: [claim],
  'rows?': [row],
  figures: ['figure'],
  checks: [check],
  shared: ['step'],
}
const setShape = {
  sentence: 'text',
  address: 'text',
  certificates: [certificateShape],
  'differences?': [{ of: 'count', from: 'count', low: 'number', high: 'number' }],
}
const stepShapes = {
  figure: 'count',
  number: 'number',
  shared: 'count',
  sum: ['step'],
  difference: ['step'],
  product: ['step'],
  quotient: ['step'],
  mean: [{ of: 'step', weight: 'step' }],
  least: ['step'],
  most: ['step'],
  roundedUp: 'step',
  roundedDown: 'step',
}

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = value => typeof value === 'string'
const isCount = value => Number.isSafeInteger(value) && value >= 0
const values = {
  text: isText,
  number: Number.isFinite,
  count: isCount,
  order: value => isCount(value) && value > 0,
  row: value => value === 'total' || isCount(value),
  outcome: value => value === 'pass' || value === 'fail',
  part: value => value === 'all' || value === 'some',
  encoding: value => ['ascii', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'].includes(value),
  ends: value => Array.isArray(value) && value.length === 2 && value.every(Number.isFinite),
  sums: value => isObject(value) && Object.values(value).every(isText),
}

/** Where a value is not of its shape; null where it is. */
function misfit(value, shape, where) {
  if (shape === 'step') return misfitOfStep(value, where)
  if (shape === 'figure')
    return misfit(value, isObject(value) && Object.hasOwn(value, 'statistic') ? stated : cell, where)
  if (shape === 'arithmetic') return misfit(value, arithmetic, where)
  if (shape === 'transcript')
    return value === null || isText(value) ? null : misfit(value, [{ line: 'order', text: 'text' }], where)
  if (isText(shape) && shape.endsWith(' or null'))
    return value === null ? null : misfit(value, shape.slice(0, -8), where)
  if (isText(shape)) return values[shape](value) ? null : where
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return where
    for (const [order, one] of value.entries()) {
      const found = misfit(one, shape[0], `${where}[${order}]`)
      if (found !== null) return found
    }
    return null
  }
  if (!isObject(value)) return where
  for (const [key, part] of Object.entries(shape)) {
    const name = key.replace('?', '')
    if (!Object.hasOwn(value, name) && name !== key) continue
    const found = Object.hasOwn(value, name)
      ? misfit(value[name], part, `${where}.${name}`)
      : `${where}.${name}`
    if (found !== null) return found
  }
  return null
}

/** A step is one of its kinds; a number may say where its label stands. */
function misfitOfStep(step, where) {
  const names = isObject(step) ? Object.keys(step).filter(name => name !== 'at') : []
  const [name] = names
  if (names.length !== 1 || !Object.hasOwn(stepShapes, name)) return where
  const found = misfit(step[name], stepShapes[name], `${where}.${name}`)
  return found === null && Object.hasOwn(step, 'at') ? misfit(step.at, place, `${where}.at`) : found
}

/** True where evidence is written as it should be; else that it is not is told, and nothing more of it can be. */
function isWellFormed(value, shape, where) {
  const found = misfit(value, shape, where)
  if (found !== null) fault(`${found} is missing, or not what evidence has there.`)
  return found === null
}

// 1. Decoding: the bytes of the original as lines. Columns count UTF-16 units, as JavaScript does.

const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function decode(bytes, encoding) {
  if (encoding === 'ascii') return bytes.toString('latin1')
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return bytes
    .toString('latin1', marked ? 3 : 0)
    .replace(/[\x80-\x9f]/g, found => windows1252[found.charCodeAt(0) - 0x80])
}

function splitLines(text) {
  const doubled = (text.match(/\r\n\r(?!\n)/g) ?? []).length
  const alone = doubled > 0 ? (text.match(/[^\r\n]\n(?!\r)/g) ?? []).length : 0
  const ends =
    alone > doubled
      ? /\r{1,3}\n|\n\r|[\r\v\u0085\u2028\u2029]/g
      : /\r\n\r(?!\n)|\r{1,3}\n|\n\r|[\r\v\u0085\u2028\u2029]/g
  const lines = text.replace(ends, '\n').split('\n').flatMap(splitAtFormFeeds)
  if (lines.length > 1 && lines[lines.length - 1] === '') lines.pop()
  return lines
}

/** A form feed between printed characters ends a line; elsewhere it is white space. */
function splitAtFormFeeds(line) {
  if (!line.includes('\f')) return [line]
  const parts = line.split('\f')
  const last = parts.findLastIndex(part => part.trim() !== '')
  const lines = [parts[0]]
  let printed = parts[0].trim() !== ''
  for (let order = 1; order < parts.length; order++) {
    const inside = printed && order <= last
    if (inside) lines.push(`\f${parts[order]}`)
    else lines[lines.length - 1] += `\f${parts[order]}`
    printed = parts[order].trim() !== '' || (printed && !inside)
  }
  return lines
}

/** Where the characters of a printed line end in the original, all of them in that order, blanks and hyphens aside; -1 where not. */
function findIn(original, printed, from) {
  let at = from
  for (const character of printed.replace(/[\s-]/g, '')) {
    const found = original.indexOf(character, at)
    if (found < 0) return -1
    at = found + character.length
  }
  return at
}

/** The lines that places count: those of the original, and where it was struck over or strewn with NULs, the transcript's. */
function readLines(source, bytes, transcript) {
  if (sha256(bytes) !== source.sha256 || bytes.length !== source.bytes)
    fault(
      `The original is not the file that was read: its SHA-256 is ${sha256(bytes)}, not ${source.sha256}.`,
    )
  const { encoding, bytes: decoded, lines: count } = source.decoding
  note(
    bytes.length - decoded,
    'byte at the end of the original is no whole character and is not read.',
    'bytes at the end of the original are no whole character and are not read.',
  )
  const own = splitLines(decode(bytes.subarray(0, decoded), encoding))
  if (transcript === null) {
    if (own.length !== count) fault(`The original has ${own.length} lines, not ${count}.`)
    return own
  }
  const lines = Array.isArray(transcript) ? [...own] : transcript.split('\n')
  if (!Array.isArray(transcript) && lines.length !== count)
    fault(`The transcript has ${lines.length} lines, not ${count}.`)
  const changed = Array.isArray(transcript)
    ? transcript
    : lines
        .map((text, order) => ({ line: order + 1, text }))
        .filter(({ line, text }) => own[line - 1] !== text)
  // Where the original has other line ends, its lines cannot be told apart: then each is looked for behind the one before.
  const whole = own.length === count ? null : own.join('\n')
  let from = 0
  for (const { line, text } of changed) {
    if (line > count) {
      fault(`Line ${line} as printed is beyond the ${count} of the original.`)
      continue
    }
    lines[line - 1] = text
    const end = findIn(whole ?? own[line - 1] ?? '', text, from)
    if (end < 0)
      fault(
        `Line ${line} as printed does not come out of the original: ${JSON.stringify(text.slice(0, 80))}.`,
      )
    else if (whole !== null) from = end
  }
  note(
    changed.length,
    'line is printed otherwise than its bytes (NULs, controls or escapes left out, or struck over): there columns are those of the line as printed, and every character was found in the original.',
    'lines are printed otherwise than their bytes (NULs, controls or escapes left out, or struck over): there columns are those of the line as printed, and every character was found in the original.',
  )
  return lines
}

// 2. Figures: what stands at a place, and what number it is.

function textAt(lines, { line, start, end, lastLine = line }) {
  return lines
    .slice(line - 1, lastLine)
    .map((text, order) =>
      text.slice(order === 0 ? start - 1 : 0, order === lastLine - line ? end - 1 : undefined),
    )
    .join('\n')
}

const sayPlace = ({ line, start, end, lastLine = line }) =>
  lastLine === line ? `line ${line}, columns ${start}-${end - 1}` : `lines ${line}-${lastLine}`

const entities = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  ndash: '-',
  mdash: '-',
  minus: '-',
  dollar: '$',
  percnt: '%',
  comma: ',',
  period: '.',
  lpar: '(',
  rpar: ')',
}

/** What browsers do not show, or show as struck out, between two tags of a figure. */
const hidden =
  /<(s|strike|del)\b[^>]*>[^<]*<\/\1>|<(\w+)\b[^>]*(?:font-size: ?0|display: ?none|visibility: ?hidden)[^>]*>[^<]*<\/\2>/gi

const plain = text =>
  text
    .replace(hidden, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d{1,7});?/g, (_, code) =>
      Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : '',
    )
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code) =>
      parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(code, 16)) : '',
    )
    .replace(/&([a-z]+);?/g, (all, name) => entities[name] ?? all)
    .replace(/[\s\u00a0$%,]/g, '')
    .replace(/[\u2013\u2014\u2212]/g, '-')

/** The number that a text is; null where a simple reading finds none. */
function numberIn(text) {
  const digits = plain(text)
  if (/^-{1,3}$/.test(digits)) return 0
  const found = /^(\(?)(-?)(\d+\.?\d*|\.\d+)x?(\)?)$/i.exec(digits)
  if (found === null || (found[1] === '(') !== (found[4] === ')')) return null
  return Number(found[3]) * (found[1] || found[2] ? -1 : 1)
}

const isNear = (a, b) => Math.abs(a - b) <= 1e-12 * Math.abs(b) + 1e-9

function nameFigure(figure) {
  return figure.statistic === undefined
    ? `${figure.table}, row ${figure.row === 'total' ? 'total' : figure.row + 1}, ${figure.measure}`
    : `stated figure ${figure.statistic}`
}

function checkFigures(figures, lines) {
  let [unread, marks, worded] = [0, 0, 0]
  for (const figure of figures) {
    const { text, value, unit, scale } = figure
    const name = `${nameFigure(figure)}, at ${sayPlace(figure)}`
    const stands = textAt(lines, figure)
    if (stands === '' || stands !== text) {
      fault(
        `${name}: the original prints ${JSON.stringify(stands)}, the evidence says ${JSON.stringify(text)}.`,
      )
      continue
    }
    const number = numberIn(text)
    const factor = scale * (unit === 'cents' ? 100 : 1)
    if (value === null) marks++
    else if (number === null) unread++
    else if (isNear(number * factor, value)) continue
    else if (
      figure.statistic !== undefined &&
      [12, 1e3, 1e6, 1e9].some(by => isNear(number * factor * by, value))
    )
      worded++
    else fault(`${name}: prints ${JSON.stringify(text)}, which is ${number * factor} and not ${value}.`)
  }
  note(
    unread,
    'figure stands where the evidence says, but this script cannot read its text as a number.',
    'figures stand where the evidence says, but this script cannot read their text as a number.',
  )
  note(
    marks,
    'cell prints a mark instead of a number (such as "*" or "less than 0.01"), and none is claimed for it.',
    'cells print a mark instead of a number (such as "*" or "less than 0.01"), and none is claimed for them.',
  )
  note(
    worded,
    'figure is stated with a word for thousands, millions, billions or years.',
    'figures are stated with a word for thousands, millions, billions or years.',
  )
}

/** Rows that an answer rests on: does their text stand where it is said to? */
function checkRows(rows, lines) {
  for (const row of rows)
    if (row.text === '' || textAt(lines, row) !== row.text)
      fault(
        `Row ${JSON.stringify(row.label)} of ${row.table}, at ${sayPlace(row)}: the original prints ${JSON.stringify(textAt(lines, row))}, the evidence says ${JSON.stringify(row.text)}.`,
      )
}

// 3. Arithmetic: what the steps come to.

function evaluator(figures, shared) {
  const sums = []
  const all = parts => {
    const values = parts.map(evaluate)
    return values.includes(null) ? null : values
  }
  const pair = (parts, compute) => {
    const values = all(parts)
    return values === null || values.length !== 2 ? null : compute(values[0], values[1])
  }
  const evaluate = step => {
    if ('figure' in step) return figures[step.figure]?.value ?? null
    if ('number' in step) return step.number
    if ('shared' in step) {
      const known = sums[step.shared] ?? (shared[step.shared] ? evaluate(shared[step.shared]) : null)
      sums[step.shared] = known
      return known
    }
    if ('sum' in step) return all(step.sum)?.reduce((sum, value) => sum + value, 0) ?? null
    if ('product' in step) return all(step.product)?.reduce((product, value) => product * value, 1) ?? null
    if ('difference' in step) return pair(step.difference, (a, b) => a - b)
    if ('quotient' in step) return pair(step.quotient, (a, b) => (b === 0 ? null : a / b))
    if ('least' in step) return extreme(all(step.least), Math.min)
    if ('most' in step) return extreme(all(step.most), Math.max)
    if ('roundedUp' in step) return rounded(evaluate(step.roundedUp), value => Math.ceil(value - 1e-6))
    if ('roundedDown' in step) return rounded(evaluate(step.roundedDown), value => Math.floor(value + 1e-6))
    if (!('mean' in step)) return null
    const values = all(step.mean.map(({ of }) => of))
    const weights = all(step.mean.map(({ weight }) => weight))
    const whole = weights?.reduce((sum, weight) => sum + weight, 0)
    if (!values || !weights || !whole) return null
    return values.reduce((sum, value, row) => sum + value * weights[row], 0) / whole
  }
  return evaluate
}

const extreme = (values, choose) =>
  values === null || values.length === 0 ? null : values.reduce((a, b) => choose(a, b))
const rounded = (value, round) => (value === null ? null : round(value))

/** Equal, but for the noise of computing with fractions in binary. */
const comesTo = (value, wanted) =>
  value !== null && Math.abs(value - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted))

function checkChecks(checks, evaluate) {
  let [compared, failing] = [0, 0]
  checks.forEach((check, order) => {
    const { expected, found, tolerance, bounds, outcome, arithmetic } = check
    const name = `Check ${order + 1} (${check.words}; ${check.stratification ?? check.statistic}, ${sayPlace(check.at)})`
    const sides = arithmetic === null ? [] : [['What is printed', arithmetic.expected, expected]]
    if (arithmetic?.found) sides.push(['What is found', arithmetic.found, found])
    if (arithmetic?.bounds) {
      if (bounds === null) fault(`${name}: has steps for an interval, and no interval.`)
      else
        sides.push(
          ['The low end', arithmetic.bounds[0], bounds[0]],
          ['The high end', arithmetic.bounds[1], bounds[1]],
        )
    } else if (arithmetic !== null && bounds !== null) fault(`${name}: has an interval, and no steps for it.`)
    for (const [side, step, wanted] of sides) {
      const value = evaluate(step)
      if (!comesTo(value, wanted)) fault(`${name}: ${side} comes to ${value}, and not ${wanted}.`)
    }
    if (bounds !== null && found !== Math.min(Math.max(expected, bounds[0]), bounds[1]))
      fault(`${name}: ${found} is not the nearest figure within the interval.`)
    const holds = Math.abs(expected - found) <= tolerance + 1e-12 * Math.max(1, Math.abs(expected))
    if ((outcome === 'pass') !== holds)
      fault(`${name}: is given as ${outcome}, and comes out as ${holds ? 'pass' : 'fail'}.`)
    if (arithmetic === null) compared++
    if (outcome === 'fail') failing++
  })
  note(
    compared,
    'check gives no steps: only its two figures were compared.',
    'checks give no steps: only their two figures were compared.',
  )
  note(
    failing,
    'check of the filing fails, as the ledger says: its own figures do not agree there.',
    'checks of the filing fail, as the ledger says: its own figures do not agree there.',
  )
}

/** Numbers of steps that a label prints: are their digits there? */
function checkLabels(checks, lines) {
  const seen = new Set()
  let [standing, others] = [0, 0]
  const walk = step => {
    if (Array.isArray(step)) return step.forEach(walk)
    if (typeof step !== 'object' || step === null) return
    if ('number' in step && 'at' in step) {
      const key = JSON.stringify(step)
      if (seen.has(key)) return
      seen.add(key)
      const label = plain(textAt(lines, step.at).replace(/\s/g, '|')).match(/\d+\.?\d*|\.\d+/g) ?? []
      if (
        label.some(digits => [1, 12, 100, 1000, 100000].some(by => isNear(Number(digits) * by, step.number)))
      )
        standing++
      else others++
    } else Object.values(step).forEach(walk)
  }
  walk(checks)
  note(
    standing,
    'number of the arithmetic is the end of a range, and stands in the label of its row.',
    'numbers of the arithmetic are ends of ranges, and stand in the labels of their rows.',
  )
  note(
    others,
    'number of the arithmetic is the end of a range that a label gives in words, or that the kind of figure has.',
    'numbers of the arithmetic are ends of ranges that labels give in words, or that the kind of figure has.',
  )
}

// 4. The report says the same as the evidence.

function checkReport(report, evidence) {
  if (report.file.sha256 !== evidence.source.sha256) fault('report.json is of another file.')
  const cells = report.stratifications.flatMap(table =>
    [...table.buckets, ...(table.total ? [table.total] : [])].flatMap((row, order) =>
      Object.entries(row.places).map(([measure, at]) => {
        const column = table.columns.find(one => one.measure === measure)
        const number = order < table.buckets.length ? order : 'total'
        return [
          table.id,
          number,
          measure,
          column?.unit ?? null,
          row.values[measure] ?? null,
          column?.scale ?? 1,
          at.line,
          at.start,
          at.end,
          at.lastLine ?? null,
        ]
      }),
    ),
  )
  const stated = report.statistics
    .filter(({ at }) => at !== null)
    .map(({ key, unit, stated, at }) => [
      key,
      null,
      null,
      unit,
      stated,
      1,
      at.line,
      at.start,
      at.end,
      at.lastLine ?? null,
    ])
  const figures = evidence.figures.map(one => [
    one.statistic ?? one.table,
    one.row ?? null,
    one.measure ?? null,
    one.unit,
    one.value,
    one.scale,
    one.line,
    one.start,
    one.end,
    one.lastLine ?? null,
  ])
  compareLists('figure', [...cells, ...stated], figures)
  const plainly = checks =>
    checks.map(
      ({
        code,
        stratification,
        measure,
        bucket,
        statistic,
        outcome,
        expected,
        found,
        tolerance,
        bounds,
        at,
      }) => [
        code,
        stratification,
        measure,
        bucket,
        statistic,
        outcome,
        expected,
        found,
        tolerance,
        bounds,
        at.line,
        at.start,
        at.end,
        at.lastLine ?? null,
      ],
    )
  compareLists('check', plainly(report.checks), plainly(evidence.checks))
}

function compareLists(what, reported, given) {
  if (reported.length !== given.length)
    fault(`report.json has ${count(reported.length, what)}, evidence.json ${given.length}.`)
  reported.forEach((one, order) => {
    if (given[order] !== undefined && !same(one, given[order]))
      fault(
        `${what} ${order + 1}: report.json has ${JSON.stringify(one)}, evidence.json ${JSON.stringify(given[order])}.`,
      )
  })
}

// 5. Files are those that were packed.

function listFiles(folder, under = '') {
  return readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const name = under === '' ? entry.name : `${under}/${entry.name}`
    return entry.isDirectory() ? listFiles(folder, name) : [name]
  })
}

function checkFiles(folder) {
  const sums = new Map()
  for (const line of readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').split('\n')) {
    const found = /^([0-9a-f]{64}) {2}(.+)$/.exec(line)
    if (found) sums.set(found[2], found[1])
    else if (line !== '') fault(`SHA256SUMS has a line that is no sum: ${JSON.stringify(line.slice(0, 80))}.`)
  }
  for (const [name, sum] of sums) {
    const file = path.join(folder, name)
    if (!existsSync(file)) fault(`${name} is missing.`)
    else if (sha256(readFileSync(file)) !== sum)
      fault(`${name} is not the file that was packed: its SHA-256 differs.`)
  }
  const others = listFiles(folder).filter(name => !sums.has(name) && name !== 'SHA256SUMS')
  const named = others.slice(0, 3).join(', ')
  note(
    others.length,
    `file lies beside the pack and is no part of it: ${named}.`,
    `files lie beside the pack and are no part of it: ${named}.`,
  )
  return sums
}

function readJson(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'))
    if (value === null) fault(`${path.basename(file)} says nothing.`)
    return value
  } catch (error) {
    fault(`${path.basename(file)} cannot be read: ${error.message}`)
    return null
  }
}

function verifyPack(folder) {
  const sums = checkFiles(folder)
  const [evidence, report] = ['evidence.json', 'report.json'].map(name => readJson(path.join(folder, name)))
  if (evidence === null || report === null || !isWellFormed(evidence, evidenceShape, 'evidence'))
    return count(sums.size, 'file')
  for (const [name, sum] of Object.entries(evidence.files))
    if (sums.get(name) !== sum) fault(`${name}: SHA256SUMS and evidence.json give it different sums.`)
  const { source, figures, checks } = evidence
  const bytes = readFileSync(path.join(folder, evidence.original))
  const transcript =
    source.transcript === null ? null : readFileSync(path.join(folder, source.transcript), 'utf8')
  const lines = readLines(source, bytes, transcript)
  checkFigures(figures, lines)
  checkChecks(checks, evaluator(figures, evidence.shared))
  checkLabels([checks, evidence.shared], lines)
  checkReport(report, evidence)
  return `${count(sums.size, 'file')}, ${count(figures.length, 'printed figure')} and ${count(checks.length, 'check')} of ${source.name}`
}

function verifyCertificates(file, originals) {
  const given = readJson(file)
  if (given === null) return 'the certificate'
  const bytes = originals.map(original => readFileSync(original))
  const isSet = isObject(given) && Object.hasOwn(given, 'certificates')
  if (!isWellFormed(given, isSet ? setShape : certificateShape, 'certificate')) return 'the certificate'
  const certificates = isSet ? given.certificates : [given]
  const checked = certificates.map(certificate => {
    const own = bytes.find(one => sha256(one) === certificate.source.sha256)
    if (own === undefined && certificates.length > 1)
      fault(
        `None of the files given is ${certificate.source.name}, whose SHA-256 is ${certificate.source.sha256}.`,
      )
    return verifyCertificate(certificate, own ?? bytes[0])
  })
  checkDifferences(given.differences ?? [], certificates)
  if (isSet) {
    if (certificates.length === 0) fault('No certificate is in it.')
    printWords(given)
  }
  return checked.join('; ')
}

function printClaims(claims) {
  for (const { what, unit, low, high } of claims) {
    const ends = low.value === high.value ? [low] : [low, high]
    const says = ends.map(({ value }) => JSON.stringify(value)).join(' to ')
    console.log(`${what}: ${says} ${unit ?? ''}`.trimEnd())
  }
}

/** Words cannot be worked out anew: whoever reads them compares them with the claims. */
function printWords({ sentence }) {
  console.log(`In words: ${sentence}`)
  note(1, 'sentence in words is not checked: compare it with the claims above it.')
}

/** How far claims lie apart, from least to most that both allow. */
function checkDifferences(differences, certificates) {
  for (const { of, from, low, high } of differences) {
    const [own, base] = [certificates[of]?.claims[0], certificates[from]?.claims[0]]
    const ends =
      own && base ? [own.low.value - base.high.value, own.high.value - base.low.value] : [null, null]
    if (!comesTo(ends[0], low) || !comesTo(ends[1], high))
      fault(
        `The difference of claim ${of + 1} from claim ${from + 1} comes to ${ends[0]} to ${ends[1]}, and not ${low} to ${high}.`,
      )
  }
}

function verifyCertificate(certificate, original) {
  const { source, figures, checks, claims, shared, rows = [] } = certificate
  const lines = readLines(source, original, source.transcript)
  checkFigures(figures, lines)
  checkRows(rows, lines)
  const evaluate = evaluator(figures, shared)
  checkChecks(checks, evaluate)
  for (const { what, low, high } of claims) {
    if (low.value > high.value) fault(`${what}: its low end is above its high end.`)
    for (const [end, { value, arithmetic }] of Object.entries({ low, high })) {
      if (arithmetic === null)
        fault(`${what}: its ${end} end gives no steps, so nothing here proves ${value}.`)
      else if (!comesTo(evaluate(arithmetic), value))
        fault(`${what}: its ${end} end comes to ${evaluate(arithmetic)}, and not ${value}.`)
    }
  }
  checkLabels([checks, claims, shared], lines)
  if (claims.length === 0 && figures.length === 0) fault(`The certificate of ${source.name} claims nothing.`)
  printClaims(claims)
  printWords(certificate)
  return `${count(claims.length, 'claim')}, ${count(figures.length, 'printed figure')} and ${count(checks.length, 'check')} of ${source.name}`
}

function main([first, ...originals]) {
  const folder = first ?? path.dirname(fileURLToPath(import.meta.url))
  if (originals.length === 0 && !existsSync(path.join(folder, 'evidence.json'))) {
    console.error(
      'There is no evidence.json here. Ask for a folder with a pack, or for a certificate and its original file.',
    )
    return 2
  }
  let checked = 'the evidence'
  try {
    checked = originals.length === 0 ? verifyPack(folder) : verifyCertificates(first, originals)
  } catch (error) {
    fault(`The evidence cannot be read to its end: ${error.message}`)
  }
  console.log(`Checked ${checked}.`)
  for (const text of notes) console.log(`- ${text}`)
  for (const text of faults.slice(0, mostListed)) console.log(`WRONG: ${text}`)
  if (faults.length > mostListed) console.log(`... and ${faults.length - mostListed} more.`)
  console.log(
    faults.length === 0
      ? 'Everything holds.'
      : `${count(faults.length, 'thing')} ${faults.length === 1 ? 'is' : 'are'} wrong.`,
  )
  return faults.length === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
