import { chartSource } from '@/lib/charts/chart-source.ts'
import {
  type TinyDrawing,
  type TinyRow,
  tinyOfChart,
  tinyOfRows,
  tinyOfStates,
} from '@/lib/charts/tiny-drawing.ts'
import type { Stratification } from '@/lib/report.ts'
import { Hatch, hatchIds } from './shapes.tsx'

type Content =
  | { stratification: Stratification }
  | { rows: TinyRow[] }
  | { states: { code: string; pct: number }[] }

/**
 * A table as a still without text, decoration beside words that say the same: hidden from assistive technology.
 *
 * Give it a stratification, or the rows of a library entry (`rows` with equal ends are stems, ranges a histogram;
 * `states` a strip of the pool). `id` must be unique on the page. `quiet` is grey until its link is the current one.
 */
export function TinyStill({
  id,
  width = 92,
  height = 24,
  quiet = false,
  ...content
}: Content & { id: string; width?: number; height?: number; quiet?: boolean }) {
  const drawing = drawTiny(content, { width, height })
  const ids = hatchIds(`tiny-${id}`)
  return (
    <svg
      className={quiet ? 'tiny tiny-quiet' : 'tiny'}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {drawing.open && <Hatch id={ids.open} className="tiny-hatch" />}
      {drawing.residual && <Hatch id={ids.residual} className="ch-hatch-residual" />}
      {drawing.empty && <path className="tiny-empty" d={drawing.empty} />}
      {drawing.fill && <path className="tiny-fill" d={drawing.fill} />}
      {drawing.open && <path className="tiny-open" d={drawing.open} fill={`url(#${ids.open})`} />}
      {drawing.stroke && <path className="tiny-stem" d={drawing.stroke} />}
      {drawing.shades?.map(([shade, d]) => (
        <path key={shade} className={`ch-shade-${shade}`} d={d} />
      ))}
      {drawing.residual && (
        <path className="tiny-residual" d={drawing.residual} fill={`url(#${ids.residual})`} />
      )}
      {drawing.base && <path className="tiny-base" d={drawing.base} />}
    </svg>
  )
}

function drawTiny(content: Content, size: { width: number; height: number }): TinyDrawing {
  if ('stratification' in content) return tinyOfChart(chartSource(content.stratification), size)
  return 'rows' in content ? tinyOfRows(content.rows, size) : tinyOfStates(content.states, size)
}
