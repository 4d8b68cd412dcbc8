import { captionsOf } from '../charts/captions.ts'
import { type ChartModel, chartModel } from '../charts/chart-model.ts'
import { type ChartMeasure, chartSource } from '../charts/chart-source.ts'
import type { LineWish } from '../charts/choose-line.ts'
import { describeChart } from '../charts/describe-chart.ts'
import { drawChart } from '../charts/draw-chart.ts'
import type { Drawing, Run, Shape, TextShape } from '../charts/drawing.ts'
import { captionsOfFailing } from '../charts/failing-rows.ts'
import { failingCells } from '../evidence/failing-cells.ts'
import { titleTable } from '../names/names.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { chartColours, pathAttributes, type Theme, textColours } from './chart-inks.ts'
import { escapeXml, framePicture, wordsIn } from './picture.ts'

/** What a picture of a chart is made of. */
type ChartPicture = {
  report: FilingReport
  table: Stratification
  /** The deal, and the address of its table, as the foot of the picture names them. */
  deal: string
  address: string
  measure: ChartMeasure
  line: LineWish
  theme: Theme
  /** Of the figure, in pixels: one of `figureWidths`. */
  width: number
  /** How a long table's rows were added up, to stand with the captions. */
  says?: string
}

/**
 * A table's chart as a picture that needs nothing else: SVG with its own colours, on white, with the table's title, the
 * captions that belong to the chart, and the deal with its address. Null where the table has no rows.
 */
export function chartSvg(picture: ChartPicture): string | null {
  const { report, table, measure, line, width, theme } = picture
  const checks = report.checks.filter(({ stratification }) => stratification === table.id)
  const source = chartSource(table, report.statistics, failingCells(report, table, checks))
  if (source.rows.length === 0) return null
  const model = chartModel(source, measure)
  const drawing = drawChart(model, width, line)
  return framePicture({
    title: `${titleTable(table)}, ${picture.deal}`,
    describedAs: describeChart(model, line),
    theme,
    width,
    height: drawing.height,
    ...wordsOf(picture, model, captionsOfFailing(model, checks)),
    hatches: { open: chartColours.data, residual: chartColours['ink-3'] },
    shapes: shapesOf(drawing).map(drawShape),
  })
}

function wordsOf({ table, deal, address, width, says }: ChartPicture, model: ChartModel, failing: string[]) {
  const captions = [...captionsOf(model), ...(says ? [says] : [])]
  return {
    head: [
      ...wordsIn(titleTable(table), width, { size: 16, colour: 'ink', weight: 600 }),
      ...wordsIn(deal, width, { size: 13, colour: 'ink-2' }),
    ],
    foot: [
      ...wordsIn(failing.join(' '), width, { size: 12, colour: 'fail' }),
      ...wordsIn(captions.join(' '), width, { size: 12, colour: 'ink-3' }),
      ...wordsIn(address, width, { size: 11, colour: 'ink-3' }),
    ],
  }
}

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

function round(value: number): number {
  return Math.round(value * 10) / 10
}
