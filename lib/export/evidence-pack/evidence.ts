import {
  type CheckFormula,
  type FigureRef,
  type Formula,
  figureValue,
  formulaOf,
} from '../../checks/index.ts'
import { decodeFiling } from '../../filing/decode-filing.ts'
import { decodePlainly } from '../../filing/plain-decoding.ts'
import type { Bucket, Check, FilingReport, Place, Stratification } from '../../report.ts'
import { sayWording } from '../../words/name-check.ts'
import type { EvidenceCheck, EvidenceFigure, EvidenceSource, EvidenceStep } from './evidence-schema.ts'

/** A filing's bytes and what was read of them. */
export type ReadSource = { bytes: Uint8Array; report: FilingReport }

/** The lines of a filing as they are printed; `changed` are those that its bytes, decoded and split, do not give. */
export type PrintedLines = {
  lines: readonly string[]
  changed: ReadonlySet<number>
  source: Omit<EvidenceSource, 'transcript'>
}

/**
 * The lines that places count, and how they come out of the bytes. A file that was kept is one that can be decoded; should
 * it not be, there are no lines.
 */
export function readPrintedLines({ bytes, report: { file } }: ReadSource): PrintedLines {
  const decoded = decodeFiling(bytes)
  const lines = 'file' in decoded ? decoded.file.lines : []
  const { decoding, lines: plain } = decodePlainly(bytes)
  // A line more or less moves all below it, and others may decode what is no character to something else.
  const isUnsure = plain.length !== lines.length || hasNoCharacter(decoding.encoding, lines)
  const changed = lines.flatMap((text, order) => (isUnsure || plain[order] !== text ? [order + 1] : []))
  return {
    lines,
    changed: new Set(changed),
    source: {
      name: file.name,
      sha256: file.sha256,
      bytes: bytes.length,
      decoding: { ...decoding, lines: lines.length },
    },
  }
}

const hasNoCharacter = (encoding: string, lines: readonly string[]) =>
  encoding.startsWith('utf-16') && lines.some(line => line.includes('\uFFFD'))

/** What is printed at a place, lines joined by `\n`. */
export function textAt(lines: readonly string[], { line, start, end, lastLine = line }: Place): string {
  return lines
    .slice(line - 1, lastLine)
    .map((text, order) =>
      text.slice(order === 0 ? start - 1 : 0, order === lastLine - line ? end - 1 : undefined),
    )
    .join('\n')
}

/** Every figure that is printed in a table's rows and total, or stated in words, in that order. */
export function listFigures({ stratifications, statistics }: FilingReport, lines: readonly string[]) {
  return [
    ...stratifications.flatMap(table => figuresOfTable(table, lines)),
    ...statistics.flatMap(({ key, unit, stated, at }): EvidenceFigure[] =>
      at === null ? [] : [{ statistic: key, unit, value: stated, scale: 1, ...at, text: textAt(lines, at) }],
    ),
  ]
}

function figuresOfTable(table: Stratification, lines: readonly string[]): EvidenceFigure[] {
  const columns = new Map(table.columns.map(column => [column.measure, column]))
  const figuresOf = ({ values, places }: Pick<Bucket, 'values' | 'places'>, row: number | 'total') =>
    Object.entries(places).map(([measure, at]): EvidenceFigure => {
      const { unit = null, scale = 1 } = columns.get(measure) ?? {}
      const value = values[measure] ?? null
      return { table: table.id, row, measure, unit, value, scale, ...at, text: textAt(lines, at) }
    })
  return [...table.buckets.flatMap(figuresOf), ...(table.total ? figuresOf(table.total, 'total') : [])]
}

const keyOf = (figure: Partial<Record<'table' | 'measure' | 'statistic' | 'row', string | number>>) =>
  figure.statistic === undefined
    ? `${figure.table}\n${figure.row}\n${figure.measure}`
    : `statistic\n${figure.statistic}`

/** A sum of more parts is written once, for others may need it as well. */
const mostPartsOfStep = 8

/**
 * Formulas with their figures by their order in a list. A sum that many formulas hold is one of `shared`, and steps
 * refer to it, so that a table of thousands of rows does not repeat it in each.
 */
export class StepWriter {
  readonly figures: readonly EvidenceFigure[]
  readonly shared: EvidenceStep[] = []
  /** Those of the figures that a step names. */
  readonly used = new Set<EvidenceFigure>()
  readonly #orders: Map<string, number>
  readonly #sharedOf = new Map<readonly Formula[], number>()

  constructor(figures: readonly EvidenceFigure[]) {
    this.figures = figures
    this.#orders = new Map(figures.map((figure, order) => [keyOf(figure), order]))
  }

  /** Null where a figure is not in the list. */
  write(formula: Formula): EvidenceStep | null {
    try {
      return this.#step(formula)
    } catch (error) {
      if (error instanceof UnlistedFigure) return null
      throw error
    }
  }

  #step(formula: Formula): EvidenceStep {
    const all = (parts: readonly Formula[]) => parts.map(part => this.#step(part))
    if ('figure' in formula) return { figure: this.#orderOf(formula.figure) }
    if ('number' in formula) return formula
    if ('sum' in formula) return this.#sum(formula.sum)
    if ('difference' in formula) return { difference: all(formula.difference) }
    if ('product' in formula) return { product: all(formula.product) }
    if ('quotient' in formula) return { quotient: all(formula.quotient) }
    if ('least' in formula) return { least: all(formula.least) }
    if ('most' in formula) return { most: all(formula.most) }
    if ('roundedUp' in formula) return { roundedUp: this.#step(formula.roundedUp) }
    if ('roundedDown' in formula) return { roundedDown: this.#step(formula.roundedDown) }
    return {
      mean: formula.mean.map(({ of, weight }) => ({ of: this.#step(of), weight: this.#step(weight) })),
    }
  }

  #sum(parts: readonly Formula[]): EvidenceStep {
    const known = this.#sharedOf.get(parts)
    if (known !== undefined) return { shared: known }
    const sum = { sum: parts.map(part => this.#step(part)) }
    if (parts.length <= mostPartsOfStep) return sum
    const order = this.shared.push(sum) - 1
    this.#sharedOf.set(parts, order)
    return { shared: order }
  }

  #orderOf(figure: FigureRef): number {
    const order = this.#orders.get(keyOf(figure))
    const listed = order === undefined ? undefined : this.figures[order]
    if (order === undefined || listed === undefined) throw new UnlistedFigure()
    this.used.add(listed)
    return order
  }
}

class UnlistedFigure extends Error {}

/** Checks with how they come out of printed figures, one by one, for a filing has thousands. */
export function* listChecks(
  report: FilingReport,
  checks: readonly Check[],
  writer: StepWriter,
): Generator<EvidenceCheck> {
  const figureOf = figureValue(report)
  for (const check of checks) {
    const formula = formulaOf(check, report, figureOf)
    yield { ...check, words: sayWording(check.code), arithmetic: formula && writeArithmetic(formula, writer) }
  }
}

function writeArithmetic(formula: CheckFormula, writer: StepWriter): EvidenceCheck['arithmetic'] {
  const expected = writer.write(formula.expected)
  if (expected === null) return null
  if ('found' in formula) {
    const found = writer.write(formula.found)
    return found && { expected, found }
  }
  const [low, high] = formula.bounds.map(end => writer.write(end))
  return low && high ? { expected, bounds: [low, high] } : null
}
