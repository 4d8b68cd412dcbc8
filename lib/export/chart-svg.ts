import { captionsOf } from '../charts/captions.ts'
import { type ChartModel, chartModel } from '../charts/chart-model.ts'
import { type ChartMeasure, chartSource } from '../charts/chart-source.ts'
import type { LineWish } from '../charts/choose-line.ts'
import { describeChart } from '../charts/describe-chart.ts'
import { drawChart } from '../charts/draw-chart.ts'
import type { Drawing, Run, Shape, TextShape } from '../charts/drawing.ts'
import { captionsOfFailing } from '../charts/failing-rows.ts'
import { breakText } from '../charts/text-width.ts'
import { failingCells } from '../evidence/failing-cells.ts'
import { titleTable } from '../evidence/names.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { chartColours, pathAttributes, textColours } from './chart-inks.ts'

/** What a picture of a chart is made of. */
type ChartPicture = {
  report: FilingReport
  table: Stratification
  /** The deal, and the address of its table, as the foot of the picture names them. */
  deal: string
  address: string
  measure: ChartMeasure
  line: LineWish
  /** Of the figure, in pixels: one of `figureWidths`. */
  width: number
  /** How a long table's rows were added up, to stand with the captions. */
  says?: string
}

/** Around the figure and its words, in pixels. */
const margin = 24
const fonts = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** Lines of words in the picture, one under the other. */
type Words = { lines: string[]; size: number; pitch: number; colour: string; weight?: number }

/**
 * A table's chart as a picture that needs nothing else: SVG with its own colours, on white, with the table's title, the
 * captions that belong to the chart, and the deal with its address. Null where the table has no rows.
 */
export function chartSvg(picture: ChartPicture): string | null {
  const { report, table, measure, line, width } = picture
  const checks = report.checks.filter(({ stratification }) => stratification === table.id)
  const source = chartSource(table, report.statistics, failingCells(report, table, checks))
  if (source.rows.length === 0) return null
  const model = chartModel(source, measure)
  const drawing = drawChart(model, width, line)
  const { head, foot } = wordsOf(picture, model, captionsOfFailing(model, checks))
  const top = margin + heightOf(head) + 12
  const below = top + drawing.height + 8
  const size = { width: width + 2 * margin, height: Math.ceil(below + heightOf(foot) + margin - 8) }
  const name = describeChart(model, line)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title desc" font-family="${fonts}" font-size="12">`,
    `<title id="title">${escapeXml(`${titleTable(table)}, ${picture.deal}`)}</title>`,
    `<desc id="desc">${escapeXml(name)}</desc>`,
    hatches,
    `<rect width="100%" height="100%" fill="${chartColours.paper}"/>`,
    drawWords(head, margin),
    `<g transform="translate(${margin} ${top})" style="font-variant-numeric:tabular-nums">`,
    ...shapesOf(drawing).map(drawShape),
    '</g>',
    drawWords(foot, below),
    '</svg>',
    '',
  ].join('\n')
}

function wordsOf(
  { table, deal, address, width, says }: ChartPicture,
  model: ChartModel,
  failing: string[],
): { head: Words[]; foot: Words[] } {
  const words = (text: string, size: number, colour: string, weight?: number): Words[] => {
    const lines = text === '' ? [] : breakText(text, width, size * 1.08)
    return lines.length === 0
      ? []
      : [{ lines, size, pitch: Math.round(size * 1.35), colour, ...(weight && { weight }) }]
  }
  const captions = [...captionsOf(model), ...(says ? [says] : [])]
  return {
    head: [...words(titleTable(table), 16, chartColours.ink, 600), ...words(deal, 13, chartColours['ink-2'])],
    foot: [
      ...words(failing.join(' '), 12, chartColours.fail),
      ...words(captions.join(' '), 12, chartColours['ink-3']),
      ...words(address, 11, chartColours['ink-3']),
    ],
  }
}

const gapOfWords = 4

function heightOf(words: Words[]): number {
  return words.reduce((sum, { lines, pitch }) => sum + lines.length * pitch + gapOfWords, 0)
}

function drawWords(words: Words[], top: number): string {
  let y = top
  const drawn = words.flatMap(({ lines, size, pitch, colour, weight }) => {
    const texts = lines.map((line, index) => {
      const base = y + index * pitch + size
      const bold = weight ? ` font-weight="${weight}"` : ''
      return `<text x="${margin}" y="${base}" font-size="${size}" fill="${colour}"${bold}>${escapeXml(line)}</text>`
    })
    y += lines.length * pitch + gapOfWords
    return texts
  })
  return drawn.join('\n')
}

const hatches = [
  '<defs>',
  ...(['open', 'residual'] as const).map(ink => {
    const colour = ink === 'open' ? chartColours.data : chartColours['ink-3']
    return `<pattern id="${ink}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v5" stroke="${colour}" stroke-width="1.2"/></pattern>`
  }),
  '</defs>',
].join('')

function shapesOf({ frame, marks, line, notes }: Drawing): Shape[] {
  return [...frame, ...marks, ...line, ...notes]
}

function drawShape(shape: Shape): string {
  if ('runs' in shape) return drawText(shape)
  return `<path ${pathAttributes(shape.ink, `url(#${shape.ink})`)} d="${shape.d}"/>`
}

/** Words on the data have a rim of paper, as a text of its own beneath: not every program draws rims under letters. */
function drawText({ ink, x, y, anchor, runs }: TextShape): string {
  const { plain, strong } = textColours(ink)
  const place = `x="${round(x)}" y="${round(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`
  const paper = chartColours.paper
  const rim = `<text ${place} fill="${paper}" stroke="${paper}" stroke-width="3" stroke-linejoin="round" aria-hidden="true">${runs.map(run => drawRun(run, paper)).join('')}</text>\n`
  const text = `<text ${place} fill="${plain}">${runs.map(run => drawRun(run, strong)).join('')}</text>`
  return ink === 'words' ? rim + text : text
}

function drawRun({ text, strong }: Run, colour: string): string {
  const written = escapeXml(text)
  return strong ? `<tspan font-weight="500" fill="${colour}">${written}</tspan>` : written
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A text of a filing as XML has it: what is no character of XML is left out. */
export function escapeXml(text: string): string {
  return [...text]
    .filter(isXml)
    .map(letter => entities[letter] ?? letter)
    .join('')
}

/** XML 1.0, 2.2: no control characters but three, no halves of surrogate pairs, no U+FFFE and U+FFFF. */
function isXml(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
